package io.esimhub.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.esimhub.orders.Payment;
import io.esimhub.reconciliation.listing.ListAnswer;
import io.esimhub.reconciliation.listing.ListedOrder;
import io.esimhub.testing.FreshDatabase;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What becomes of an order that a channel's list shows and our books do not, until it is mended. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(FreshDatabase.class)
class OrderRepairsTest {

    private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");
    private static final Instant TEN = Instant.parse("2026-07-01T10:00:00Z");

    private final ReconcilingHub hub;

    OrderRepairsTest(DataSource database) {
        hub = new ReconcilingHub(database, NOW, Map.of());
    }

    @BeforeEach
    void empty() {
        hub.empty();
    }

    @AfterAll
    void close() {
        hub.close();
    }

    @Test
    void anOrderThatChangedSinceItCouldNotBeReadIsReadAnew() {
        shows(ReconcilingHub.listed("7", TEN, Payment.PAID));
        handled("recon:7:2026-07-01T10:00:00Z", "DEAD_LETTER");
        assertThat(hub.breaks()).containsExactly("MISSING 7 OPEN");

        shows(ReconcilingHub.listed("7", TEN.plusSeconds(60), Payment.PAID));
        shows(ReconcilingHub.listed("7", TEN.plusSeconds(60), Payment.PAID));

        assertThat(hub.strings("select delivery_id from operations.inbox order by id"))
                .containsExactly("recon:7:2026-07-01T10:00:00Z", "recon:7:2026-07-01T10:01:00Z");
        assertThat(hub.openCases()).hasSize(1);
        handled("recon:7:2026-07-01T10:01:00Z", "MERGED");
        assertThat(hub.breaks()).containsExactly("MISSING 7 REPAIRED");
        assertThat(hub.openCases()).isEmpty();
    }

    @Test
    void aDifferenceWhoseEventIsADeadLetterAlreadyEndsWhenThatIsTriedAgain() {
        ListedOrder order = ReconcilingHub.listed("8", TEN, Payment.PAID);
        hub.the(OrderRepairs.class).readAgain(run(), order);
        handled("recon:8:2026-07-01T10:00:00Z", "DEAD_LETTER");

        shows(order);
        assertThat(hub.breaks()).containsExactly("MISSING 8 OPEN");

        handled("recon:8:2026-07-01T10:00:00Z", "MERGED");
        assertThat(hub.breaks()).containsExactly("MISSING 8 REPAIRED");
        assertThat(hub.openCases()).isEmpty();
    }

    @Test
    void whatIsBeingReadAlreadyIsNobodysTrouble() {
        ListedOrder order = ReconcilingHub.listed("9", TEN, Payment.PAID);
        hub.the(OrderRepairs.class).readAgain(run(), order);

        shows(order);

        assertThat(hub.breaks()).containsExactly("MISSING 9 REPAIRING");
    }

    @Test
    void whatWasReadAgainAndStillDiffersIsAPersons() {
        ListedOrder order = ReconcilingHub.listed("10", TEN, Payment.PAID);
        hub.the(OrderRepairs.class).readAgain(run(), order);
        handled("recon:10:2026-07-01T10:00:00Z", "MERGED");

        shows(order);
        hub.the(BreakKeeping.class).look();

        assertThat(hub.breaks()).containsExactly("MISSING 10 OPEN");
    }

    @Test
    void whatFailsForHalfAnHourIsAPersonsAndWhatTheQueueHasNotComeToIsNot() {
        shows(ReconcilingHub.listed("11", TEN, Payment.PAID));

        hub.clock.move(Duration.ofMinutes(31));
        hub.the(BreakKeeping.class).look();
        assertThat(hub.breaks()).containsExactly("MISSING 11 REPAIRING");
        assertThat(hub.openCases()).isEmpty();

        hub.jdbc
                .sql(
                        """
                        update operations.work
                        set task_data = convert_to(jsonb_set(convert_from(task_data, 'UTF8')::jsonb, '{attempts}', '1')::text, 'UTF8')""")
                .update();
        hub.the(BreakKeeping.class).look();
        assertThat(hub.breaks()).containsExactly("MISSING 11 OPEN");
        assertThat(hub.openCases()).hasSize(1).first().asString().startsWith("reconciliation MISSING break:");
    }

    @Test
    void whatTheQueueDoesNotComeToForADayIsAPersons() {
        shows(ReconcilingHub.listed("12", TEN, Payment.PAID));

        hub.clock.move(Duration.ofHours(25));
        hub.the(BreakKeeping.class).look();

        assertThat(hub.breaks()).containsExactly("MISSING 12 OPEN");
    }

    private void shows(ListedOrder order) {
        hub.the(PageComparison.class)
                .compare(run(), new ListAnswer.Page(List.of(order), List.of(), List.of(), Optional.empty()));
    }

    private Run run() {
        return hub.running(RunKind.CHANGES, NOW.minus(Duration.ofHours(3)), NOW, "someone");
    }

    private void handled(String delivery, String outcome) {
        hub.jdbc
                .sql("update operations.inbox set outcome = ?, processed_at = ? where delivery_id = ?")
                .params(outcome, Timestamp.from(NOW), delivery)
                .update();
        hub.the(BreakKeeping.class).look();
    }
}
