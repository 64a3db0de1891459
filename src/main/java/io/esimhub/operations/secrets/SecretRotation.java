package io.esimhub.operations.secrets;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Encrypts secrets of former keys with the active one, batch by batch, each in a transaction of its own: a kill loses at most the
 * batch it hits, and any number of processes take part.
 */
@Component("secretRotation")
class SecretRotation {

    private final SecretVault vault;
    private final SealedRows rows;
    private final RotationDirection direction;
    private final SecretCases cases;
    private final RotationProperties settings;
    private final TransactionTemplate transactions;
    private final MultiGauge gauge;

    SecretRotation(
            SecretVault vault,
            SealedRows rows,
            RotationDirection direction,
            SecretCases cases,
            RotationProperties settings,
            TransactionTemplate transactions,
            MeterRegistry meters) {
        this.vault = vault;
        this.rows = rows;
        this.direction = direction;
        this.cases = cases;
        this.settings = settings;
        this.transactions = transactions;
        this.gauge = MultiGauge.builder("hub.secrets.rows")
                .description("secrets in the database, by the key they are encrypted with")
                .register(meters);
    }

    /** Counts, and says whether there is something to do for this process. */
    public RotationPass begin() {
        boolean ours = direction.hold(vault.activeKey());
        List<KeyRows> counts = count();
        boolean waiting = counts.stream()
                .map(KeyRows::key)
                .anyMatch(key -> !key.equals(vault.activeKey()) && vault.keys().contains(key));
        return ours && waiting ? RotationPass.BEGIN : RotationPass.END;
    }

    /** One batch. */
    public RotationPass next(RotationPass pass) {
        if (!direction.hold(vault.activeKey())) {
            return RotationPass.END;
        }
        SealedColumns columns = rows.columns().get(pass.columns());
        return transactions.execute(status -> {
            List<SealedRow> taken = rows.take(columns, pass.after(), vault.activeKey(), vault.keys(), settings.batch());
            if (taken.isEmpty()) {
                return pass.nextOf(rows.columns().size());
            }
            rows.write(columns, vault.activeKey(), sealedAnew(columns, taken));
            return pass.after(taken.get(taken.size() - 1).id());
        });
    }

    /** Whatever can be read again is no case any more. */
    public void closeCases() {
        cases.closeReadable(rows, vault.activeKey());
    }

    private List<SealedRow> sealedAnew(SealedColumns columns, List<SealedRow> taken) {
        List<SealedRow> anew = new ArrayList<>(taken.size());
        for (SealedRow row : taken) {
            try {
                anew.add(new SealedRow(row.id(), vault.reseal(row.cipher(), row.key()), vault.activeKey()));
            } catch (SecretUnreadable tampered) {
                cases.unreadable(columns, row);
            }
        }
        return anew;
    }

    private List<KeyRows> count() {
        List<KeyRows> counts = rows.count();
        gauge.register(
                counts.stream()
                        .map(count ->
                                MultiGauge.Row.of(Tags.of("column", count.column(), "key", count.key()), count.rows()))
                        .toList(),
                true);
        cases.missingKeys(counts, vault.keys());
        return counts;
    }
}
