package io.esimhub.reconciliation;

import io.esimhub.fulfillment.Recoveries;
import io.esimhub.fulfillment.Recovery;
import io.esimhub.fulfillment.RecoveryBooks;
import io.esimhub.operations.web.Bodies;
import io.esimhub.operations.work.WorkDesk;
import io.esimhub.reconciliation.listing.ListedChannel;
import io.esimhub.suppliers.SuppliersProperties;
import io.esimhub.testing.MovedClock;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A recovery of a hub with two shops, whose lists are read when a test says so. */
final class RestoredBooks {

    static final String NO_ACCESS = "no read_all_orders";

    private final MovedClock clock;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final Runs runs;
    private final Recoveries recoveries;
    private final RecoveryDesk desk;
    private final RecoveryLists lists;
    private final BreakKeeping keeping;

    RestoredBooks(DataSource database, Instant start, Duration claimsWithin) {
        clock = new MovedClock(start);
        jdbc = new JdbcTemplate(database);
        transactions = new TransactionTemplate(new DataSourceTransactionManager(database));
        runs = new Runs(jdbc, clock);
        recoveries = RecoveryBooks.of(jdbc, claimsWithin);
        ReconciliationProperties properties = new Binder(
                        new MapConfigurationPropertySource(Map.of("hub.reconciliation.drift", "1")))
                .bind("hub.reconciliation", ReconciliationProperties.class)
                .get();
        RunRequests requests = new RunRequests(
                List.of(new Shops()),
                new ListedSuppliers(List.of(), new SuppliersProperties(Map.of())),
                runs,
                new RunCursors(jdbc),
                WorkDesk.of(jdbc, clock),
                properties,
                Bodies.reader(),
                clock);
        RecoveryRuns recoveryRuns = new RecoveryRuns(jdbc);
        desk = new RecoveryDesk(recoveries, recoveryRuns, requests, Bodies.reader(), clock);
        lists = new RecoveryLists(recoveries, recoveryRuns, runs, requests, Bodies.reader(), clock);
        // nobody shows breaks here, and it is nobody's turn to forget
        keeping = new BreakKeeping(jdbc, null, runs, desk, null, properties, transactions, clock);
    }

    private static final class Shops implements ListedChannel {
        @Override
        public String code() {
            return "shopify";
        }

        @Override
        public List<String> shops() {
            return List.of("a.myshopify.com", "b.myshopify.com");
        }
    }

    void begin() {
        recoveries.begin(clock.instant().minus(Duration.ofHours(2)), clock.instant());
        desk.step();
    }

    Optional<Recovery> underWay() {
        return recoveries.underWay();
    }

    /** After the step that is due. */
    String stage() {
        transactions.executeWithoutResult(status -> desk.step());
        return show().get("stage").toString();
    }

    Map<String, Object> show() {
        return desk.show();
    }

    /** Of the shop's list, in this state. */
    long ends(String shop, String state) {
        return jdbc.queryForObject(
                """
                update reconciliation.runs
                set state = s.state, compared = 7, ended_at = case when s.state <> 'FAILED' then ?::timestamptz end,
                    error = case when s.state <> 'DONE' then ? end
                from (select ? as state) s where account = ? and kind = 'changes' and cause like 'recovery:%'
                returning id""",
                Long.class, Timestamp.from(clock.instant()), NO_ACCESS, state, shop);
    }

    Run run(long id) {
        return runs.find(id).orElseThrow();
    }

    Map<String, Object> decide(long run, String body) {
        return lists.decide(Long.toString(run), body.getBytes(StandardCharsets.UTF_8), "ops");
    }

    Map<String, Object> release(String body) {
        return desk.release(body.getBytes(StandardCharsets.UTF_8), "ops");
    }

    void keepBreaks() {
        keeping.look();
    }

    void passes(Duration time) {
        clock.move(time);
    }
}
