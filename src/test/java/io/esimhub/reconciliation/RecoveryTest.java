package io.esimhub.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.esimhub.operations.web.Problem;
import io.esimhub.testing.FreshDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a recovery waits for, and what a person may decide about it. */
@ExtendWith(FreshDatabase.class)
class RecoveryTest {

    private static final Instant START = Instant.parse("2026-07-01T12:00:00Z");
    private static final Duration CLAIMS_WITHIN = Duration.ofSeconds(60);

    private final RestoredBooks restored;
    private final JdbcTemplate jdbc;

    RecoveryTest(DataSource database) {
        restored = new RestoredBooks(database, START, CLAIMS_WITHIN);
        jdbc = new JdbcTemplate(database);
    }

    @BeforeEach
    void aDatabaseWasRestored() {
        jdbc.execute(
                """
                truncate fulfillment.recoveries, fulfillment.requests, retail.orders, reconciliation.runs, operations.work cascade""");
        restored.begin();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CANCELLED", "REFUSED", "FAILED"})
    void aListThatWasNotReadKeepsItWaitingUntilAPersonHasItReadAgain(String state) {
        restored.ends("a.myshopify.com", "DONE");
        long other = restored.ends("b.myshopify.com", state);
        jdbc.update("delete from operations.work");
        assertThat(restored.stage()).isEqualTo("ORDERS_COMING_BACK");

        assertThat(restored.decide(other, "{\"decision\": \"repeat\"}")).containsEntry("state", "WAITING");

        assertThat(restored.run(other).compared()).isZero();
        assertThat(jdbc.queryForList("select task_instance from operations.work", String.class))
                .containsExactly("reconciliation:" + other);
        restored.ends("b.myshopify.com", "DONE");
        assertThat(restored.stage()).isEqualTo("LOOKING_FOR_PURCHASES");
    }

    @Test
    void aListThatIsToBeReadAgainDoesNotWaitForTheQueuesNextTry() {
        long failing = restored.ends("b.myshopify.com", "FAILED");
        jdbc.update("update operations.work set execution_time = now() + interval '10 hours'");

        restored.decide(failing, "{\"decision\": \"repeat\"}");

        assertThat(jdbc.queryForObject(
                        "select count(*) from operations.work where task_instance = ? and execution_time < now() + interval '1 hour'",
                        Integer.class,
                        "reconciliation:" + failing))
                .isOne();
    }

    @Test
    void aListThatIsRefusedForGoodIsDoneWithoutOnceAPersonSaysWhy() {
        restored.ends("a.myshopify.com", "DONE");
        long refused = restored.ends("b.myshopify.com", "REFUSED");
        assertThat(restored.stage()).isEqualTo("ORDERS_COMING_BACK");

        restored.decide(refused, "{\"decision\": \"waive\", \"reason\": \"the shop is closed\"}");

        assertThat(restored.stage()).isEqualTo("LOOKING_FOR_PURCHASES");
        assertThat(restored.show().get("runs").toString())
                .contains("SUPERSEDED", "waived: the shop is closed; it was REFUSED: " + RestoredBooks.NO_ACCESS);
        restored.decide(refused, "{\"decision\": \"repeat\"}");
        assertThat(restored.run(refused).state())
                .as("she may think better of it")
                .isEqualTo("WAITING");
    }

    @Test
    void aDecisionThatIsNoneIsRefused() {
        long read = restored.ends("a.myshopify.com", "DONE");
        long open = restored.ends("b.myshopify.com", "FAILED");

        refused(409, () -> restored.decide(read, "{\"decision\": \"repeat\"}"));
        refused(404, () -> restored.decide(open + 1000, "{\"decision\": \"repeat\"}"));
        refused(422, () -> restored.decide(open, "{\"decision\": \"forget\"}"));
        refused(422, () -> restored.decide(open, "{\"decision\": \"waive\"}"));
        assertThat(restored.run(open).state()).isEqualTo("FAILED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"REPAIRING", "OPEN"})
    void nothingIsLookedForBeforeAnOrderIsBackThatAPlannedRunFoundFirst(String state) {
        missing("found by the schedule", state);
        restored.ends("a.myshopify.com", "DONE");
        restored.ends("b.myshopify.com", "DONE");

        assertThat(restored.stage()).isEqualTo("ORDERS_COMING_BACK");
        assertThat(restored.show()).containsEntry("comingBack", 1);

        jdbc.update(
                "update reconciliation.breaks set state = 'REPAIRED', ended_at = now(), ended_by = 'reconciliation'");
        assertThat(restored.stage()).isEqualTo("LOOKING_FOR_PURCHASES");
    }

    @Test
    void whatIsOwedIsNotBoughtAgainBeforeEachOrderHasLookedWhateverAPersonAccepts() {
        SoldOrder.bought(jdbc, Optional.empty(), START.minus(Duration.ofHours(3)));
        refused(409, this::releaseAll);
        restored.ends("a.myshopify.com", "DONE");
        restored.ends("b.myshopify.com", "DONE");
        assertThat(restored.stage()).isEqualTo("LOOKING_FOR_PURCHASES");
        refused(409, this::releaseAll);

        restored.passes(CLAIMS_WITHIN.plusSeconds(1));

        refused(409, () -> restored.release("{\"reason\": \"enough\"}"));
        refused(422, () -> restored.release("{\"acceptUnmatched\": true}"));
        assertThat(releaseAll()).containsEntry("released", true);
        assertThat(restored.underWay()).isEmpty();
    }

    @Test
    void aStatementThatFailsDoesNotKeepItFromGoingOn() {
        restored.ends("a.myshopify.com", "DONE");
        restored.ends("b.myshopify.com", "DONE");
        jdbc.execute("alter table retail.confirmations rename to elsewhere");
        try {
            assertThatThrownBy(restored::keepBreaks).hasMessageContaining("confirmations");
        } finally {
            jdbc.execute("alter table retail.elsewhere rename to confirmations");
        }

        assertThat(restored.underWay().orElseThrow().matchingAt()).isPresent();
    }

    private void missing(String cause, String state) {
        jdbc.update(
                """
                with planned as (
                    insert into reconciliation.runs (kind, party, account, cause, requested_by, requested_at, state, ended_at)
                    values ('changes', 'shopify', 'a.myshopify.com', ?, 'schedule', now(), 'DONE', now())
                    returning id
                )
                insert into reconciliation.breaks (run_id, kind, party, account, subject, details, found_at, state)
                select id, 'MISSING', 'shopify', 'a.myshopify.com', '5', '{}', now(), ? from planned""",
                cause,
                state);
    }

    private Map<String, Object> releaseAll() {
        return restored.release("{\"reason\": \"enough\", \"acceptUnmatched\": true}");
    }

    private static void refused(int status, ThrowingCallable what) {
        assertThatThrownBy(what).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.status())
                .isEqualTo(status));
    }
}
