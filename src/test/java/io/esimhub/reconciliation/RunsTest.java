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
class RunsTest {

    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");
    private static final Window DAY = new Window(NOON.minus(Duration.ofDays(1)), NOON);

    private final JdbcTemplate jdbc;
    private final Runs runs;

    RunsTest(DataSource database) {
        jdbc = new JdbcTemplate(database);
        runs = new Runs(jdbc, Clock.systemUTC());
    }

    @BeforeEach
    void emptyBooks() {
        jdbc.execute("truncate reconciliation.runs, operations.cases, operations.work cascade");
    }

    @Test
    void aRunWhoseWorkIsGoneDoesNotStandInTheWayOfTheNextOne() {
        Run former = running("yesterday");

        runs.letGoOfAbandoned(planned("today"));

        assertThat(state(former)).isEqualTo("FAILED");
    }

    @Test
    void aRunThatIsAtWorkIsNotAbandoned() {
        Run former = running("yesterday");
        work("reconciliation:" + former.id());

        runs.letGoOfAbandoned(planned("today"));

        assertThat(state(former)).isEqualTo("RUNNING");
    }

    @Test
    void aRunThatAPersonReplayedIsNotAbandonedThoughItGoesOnUnderItsCasesKey() {
        Run former = running("yesterday");
        Long replayed = jdbc.queryForObject(
                """
                insert into operations.cases (kind, reason, subject, work_queue, work_key, work_payload, opened_at, state, closed_at,
                    closed_by, closing_reason)
                values ('dead-letter', 'FAILED', 'its-key', 'reconcile-channel', 'reconciliation:' || ?, ?, now(), 'CLOSED', now(), 'ops',
                    'replayed')
                returning id""",
                Long.class,
                former.id(),
                Long.toString(former.id()));
        work("case:" + replayed);

        runs.letGoOfAbandoned(planned("today"));

        assertThat(state(former)).isEqualTo("RUNNING");
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
