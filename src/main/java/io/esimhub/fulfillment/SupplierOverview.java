package io.esimhub.fulfillment;

import io.esimhub.suppliers.SupplierAccount;
import io.esimhub.suppliers.SupplierAccounts;
import io.esimhub.suppliers.SupplierCapabilities;
import io.esimhub.suppliers.SupplierStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** {@code GET /api/v1/ops/suppliers}: what each can do, and how it is with it now. */
@Component("supplierOverview")
class SupplierOverview {

    private final SupplierLimits limits;
    private final SupplierAccounts accounts;
    private final SupplierStatus status;
    private final Clock clock;

    SupplierOverview(SupplierLimits limits, SupplierAccounts accounts, SupplierStatus status, Clock clock) {
        this.limits = limits;
        this.accounts = accounts;
        this.status = status;
        this.clock = clock;
    }

    /** The breaker is that of the process that answers. */
    public Map<String, Object> list() {
        Map<String, SupplierAccount> known = accounts.all();
        List<Map<String, Object>> suppliers = new ArrayList<>();
        for (SupplierCapabilities each : limits.all()) {
            suppliers.add(one(each, known.getOrDefault(each.code(), SupplierAccount.untold())));
        }
        return Map.of("suppliers", suppliers);
    }

    private Map<String, Object> one(SupplierCapabilities can, SupplierAccount account) {
        Instant now = clock.instant();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("code", can.code());
        row.put("purchasing", status.purchasing(can.code()).name().toLowerCase(java.util.Locale.ROOT));
        row.put(
                "obstacle",
                status.obstacle(can.code())
                        .or(() -> account.pause(now))
                        .map(obstacle -> obstacle.text())
                        .orElse(null));
        row.put("outOfFundsSince", account.outOfFundsAt().map(Instant::toString).orElse(null));
        row.put(
                "balance",
                account.balance()
                        .map(money -> Map.of(
                                "amount", money.amount().toPlainString(),
                                "currency", money.currency(),
                                "at", account.balanceAt().map(Instant::toString).orElse("")))
                        .orElse(null));
        row.put("lowWater", limits.lowWater(can.code()).toPlainString());
        row.put("capabilities", capabilities(can));
        return row;
    }

    private static Map<String, Object> capabilities(SupplierCapabilities can) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("resolution", can.resolution());
        row.put("completion", can.completion());
        row.put("maxQuantity", can.maxQuantity());
        row.put("priceGuard", can.priceGuard());
        row.put("cancelling", can.cancelling());
        row.put("mailsCustomer", can.mailsCustomer());
        row.put("callbacks", can.callbacks());
        row.put("entries", can.entries());
        return row;
    }
}
