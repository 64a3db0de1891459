package io.esimhub.suppliers;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What the operators' graphs show of accounts, the same in every process: {@code hub.supplier.balance} (by supplier and currency) and
 * {@code hub.supplier.paused} (1 or 0).
 */
@Component("accountMeters")
class AccountMeters {

    private final SupplierAccounts accounts;
    private final MultiGauge balances;
    private final MultiGauge pauses;
    private final Clock clock;

    AccountMeters(SupplierAccounts accounts, MeterRegistry meters, Clock clock) {
        this.accounts = accounts;
        this.balances = MultiGauge.builder("hub.supplier.balance").register(meters);
        this.pauses = MultiGauge.builder("hub.supplier.paused").register(meters);
        this.clock = clock;
    }

    /** Reads the books anew. */
    public void show() {
        Instant now = clock.instant();
        Map<String, SupplierAccount> known = accounts.all();
        balances.register(
                known.entrySet().stream()
                        .filter(entry -> entry.getValue().balance().isPresent())
                        .map(entry -> {
                            var balance = entry.getValue().balance().get();
                            return MultiGauge.Row.of(
                                    Tags.of("supplier", entry.getKey(), "currency", balance.currency()),
                                    balance.amount());
                        })
                        .toList(),
                true);
        pauses.register(
                known.entrySet().stream()
                        .map(entry -> MultiGauge.Row.of(
                                Tags.of("supplier", entry.getKey()),
                                entry.getValue().pause(now).isPresent() ? 1 : 0))
                        .toList(),
                true);
    }
}
