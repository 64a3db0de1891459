package io.esimhub.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.esimhub.testing.FreshDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.JdbcTemplate;

@ExtendWith(FreshDatabase.class)
class FormerRunsTest {

    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");
    private static final Window DAY = new Window(NOON.minus(Duration.ofDays(1)), NOON);

    private final JdbcTemplate jdbc;
    private final Runs runs;
    private final FormerRuns former;

    FormerRunsTest(DataSource database) {
        jdbc = new JdbcTemplate(database);
        runs = new Runs(jdbc, Clock.systemUTC());
        former = new FormerRuns(jdbc, Clock.systemUTC());
    }

    @BeforeEach
    void emptyBooks() {
        jdbc.execute("truncate reconciliation.runs, operations.cases, operations.work cascade");
    }

    @Test
    void aRunWhoseWorkIsGoneDoesNotStandInTheWayOfTheNextOne() {
        Run yesterdays = running("yesterday");

        former.letGoOfAbandoned(planned("today"));

        assertThat(state(yesterdays)).isEqualTo("FAILED");
    }

    @Test
    void aRunThatIsAtWorkIsNotAbandoned() {
        Run yesterdays = running("yesterday");
        work("reconciliation:" + yesterdays.id());

        former.letGoOfAbandoned(planned("today"));

        assertThat(state(yesterdays)).isEqualTo("RUNNING");
    }

    @Test
    void aRunThatAPersonReplayedIsNotAbandonedThoughItGoesOnUnderItsCasesKey() {
        Run yesterdays = running("yesterday");
        Long replayed = jdbc.queryForObject(
                """
                insert into operations.cases (kind, reason, subject, work_queue, work_key, work_payload, opened_at, state, closed_at,
                    closed_by, closing_reason)
                values ('dead-letter', 'FAILED', 'its-key', 'reconcile-channel', 'reconciliation:' || ?, ?, now(), 'CLOSED', now(), 'ops',
                    'replayed')
                returning id""",
                Long.class,
                yesterdays.id(),
                Long.toString(yesterdays.id()));
        work("case:" + replayed);

        former.letGoOfAbandoned(planned("today"));

        assertThat(state(yesterdays)).isEqualTo("RUNNING");
    }

    private Run running(String cause) {
        Run run = planned(cause);
        runs.start(run);
        return runs.find(run.id()).orElseThrow();
    }

    private String state(Run run) {
        return runs.find(run.id()).orElseThrow().state();
    }

    private Run planned(String cause) {
        long id = runs.wish(
                        RunKind.DAY,
                        new Listed("shopify", "a.myshopify.com"),
                        cause,
                        RunRequests.SCHEDULE,
                        Optional.of(DAY))
                .orElseThrow();
        return runs.find(id).orElseThrow();
    }

    private void work(String key) {
        jdbc.update(
                """
                insert into operations.work (task_name, task_instance, execution_time, picked, version) values ('work', ?, now(), true, 1)""",
                key);
    }
}
