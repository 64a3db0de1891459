package io.esimhub.reconciliation;

import io.esimhub.fulfillment.Recoveries;
import io.esimhub.suppliers.SupplierAccounts;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * {@code --recover}, or {@code --recover=2026-07-01T00:00:00Z}: this process is the first on a restored database. It is written down while
 * the beans are made, before any route takes work.
 */
@Component
class RecoveryStart {

    private static final Logger LOG = LoggerFactory.getLogger(RecoveryStart.class);
    private static final String OPTION = "recover";
    private static final String STOCK = "stock";

    /** Webhooks, orders and work come and go all the time, and each of them leaves one of these. */
    private static final String NEWEST_FACT =
            """
            select greatest(
                (select max(received_at) from operations.inbox), (select max(at) from operations.timeline),
                (select max(dispatched_at) from fulfillment.purchases), (select max(answered_at) from fulfillment.purchases),
                (select max(requested_at) from reconciliation.runs))""";

    RecoveryStart(
            ApplicationArguments arguments,
            Recoveries recoveries,
            SupplierAccounts accounts,
            JdbcTemplate jdbc,
            TransactionTemplate transactions,
            Clock clock) {
        if (!arguments.containsOption(OPTION)) {
            return;
        }
        Instant now = clock.instant();
        Optional<Instant> newest = Optional.ofNullable(jdbc.queryForObject(NEWEST_FACT, Timestamp.class))
                .map(Timestamp::toInstant);
        Instant backup = backupAt(given(arguments.getOptionValues(OPTION)), newest, now);
        transactions.executeWithoutResult(status -> {
            recoveries.begin(backup, now);
            accounts.pause(
                    STOCK,
                    now,
                    Optional.empty(),
                    OPTION,
                    "codes that were handed over since the backup look free: withdraw them before resuming");
        });
        LOG.warn("Recovery from a backup of {}: nothing is bought until a person releases it", backup);
    }

    /**
     * What is earlier: a backup holds nothing that is younger than itself, and where its newest fact is older than its file, what was bought
     * in between is lost, too.
     */
    static Instant backupAt(Optional<Instant> given, Optional<Instant> newestFact, Instant now) {
        return Stream.of(given, newestFact, Optional.of(now))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Optional<Instant> given(List<String> values) {
        try {
            return values == null
                    ? Optional.empty()
                    : values.stream()
                            .filter(value -> !value.isBlank())
                            .map(value -> OffsetDateTime.parse(value).toInstant())
                            .findFirst();
        } catch (DateTimeException notATime) {
            throw new IllegalArgumentException("--recover takes the time of the backup with its offset, or nothing");
        }
    }
}
