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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The channel shows units of an order as sent that this hub has not sent. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(FreshDatabase.class)
class SentElsewhereTest {

    private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");
    private static final Instant TEN = Instant.parse("2026-07-01T10:00:00Z");

    private final ReconcilingHub hub;

    SentElsewhereTest(DataSource database) {
        hub = new ReconcilingHub(database, NOW, Map.of());
    }

    @BeforeEach
    void anOrderOfTwoUnits() {
        hub.empty();
        hub.jdbc
                .sql(
                        """
                        with placed as (
                            insert into retail.orders (channel, shop, external_id, external_name, snapshot_at, payment, cancelled, test, owed,
                                state, created_at, updated_at)
                            values ('shopify', 'a.myshopify.com', '7', '#7', ?, 'PAID', false, false, 2, 'IN_FULFILLMENT', now(), now())
                            returning id
                        ), line as (
                            insert into retail.order_lines (order_id, external_id, sku, title, quantity, ownership)
                            select id, 'L', 'ESIM-X', '', 2, 'OURS' from placed returning id, order_id
                        ), owed as (
                            insert into fulfillment.requests (owner_kind, owner_order, owner_line, line_ref, sku, quantity)
                            select 'retail', order_id, id, 'L', 'ESIM-X', 2 from line returning id
                        )
                        insert into fulfillment.units (request_id, ordinal, state, considered_from)
                        select id, n, 'OWED', now() from owed, generate_series(1, 2) n""")
                .param(Timestamp.from(TEN))
                .update();
    }

    @AfterAll
    void close() {
        hub.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHADOW", "BEFORE_PURCHASE_FROM"})
    void whatAnotherSystemServesAsThisHubOnlyWatchesIsNoDifference(String reason) {
        units("state = 'PARKED', reason = '" + reason + "'", 2);

        shows(2);

        assertThat(hub.breaks()).isEmpty();
        assertThat(hub.openCases()).isEmpty();
    }

    @Test
    void aUnitThatIsParkedForAPersonIsADifferenceWhenTheMerchantSentIt() {
        units("state = 'PARKED', reason = 'NO_EMAIL'", 2);

        shows(2);

        assertThat(hub.breaks()).containsExactly("SENT_ELSEWHERE 7 OPEN");
    }

    @Test
    void itDoesNotEndWhileTheChannelShowsMoreThanWeSent() {
        units("state = 'SENT'", 1);
        units("state = 'DROPPED'", 2);
        shows(2);

        hub.the(BreakKeeping.class).look();

        assertThat(hub.breaks()).containsExactly("SENT_ELSEWHERE 7 OPEN");
        assertThat(hub.openCases()).hasSize(1);
    }

    @Test
    void itEndsWhenWeHaveSentAsManyAsTheChannelShows() {
        shows(1);
        assertThat(hub.breaks()).containsExactly("SENT_ELSEWHERE 7 OPEN");

        units("state = 'SENT'", 1);
        hub.the(BreakKeeping.class).look();

        assertThat(hub.breaks()).containsExactly("SENT_ELSEWHERE 7 REPAIRED");
        assertThat(hub.openCases()).isEmpty();
    }

    @Test
    void itEndsWhenThePersonStopsTheOrder() {
        shows(2);

        hub.jdbc
                .sql("update retail.orders set stopped_at = now(), stopped_by = 'someone'")
                .update();
        hub.the(BreakKeeping.class).look();

        assertThat(hub.breaks()).containsExactly("SENT_ELSEWHERE 7 REPAIRED");
    }

    @Test
    void whatTheChannelShowsLaterIsWhatItsCaseIsAbout() {
        shows(1);

        shows(TEN.plusSeconds(60), 2);

        assertThat(hub.strings("select details ->> 'there' from reconciliation.breaks"))
                .containsExactly("{\"L\": 2}");
    }

    private void shows(int fulfilled) {
        shows(TEN, fulfilled);
    }

    private void shows(Instant at, int fulfilled) {
        ListedOrder order = ReconcilingHub.listed("7", at, Payment.PAID, 2, fulfilled);
        Run run = hub.running(RunKind.CHANGES, NOW.minus(Duration.ofHours(3)), NOW, "someone");
        hub.the(PageComparison.class)
                .compare(run, new ListAnswer.Page(List.of(order), List.of(), List.of(), Optional.empty()));
    }

    /** @param ordinal of the last one that it is about */
    private void units(String becomes, int ordinal) {
        hub.jdbc
                .sql("update fulfillment.units set " + becomes + " where ordinal <= ? and state = 'OWED'")
                .param(ordinal)
                .update();
    }
}
