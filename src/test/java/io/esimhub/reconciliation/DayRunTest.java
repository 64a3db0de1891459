package io.esimhub.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.esimhub.orders.Payment;
import io.esimhub.reconciliation.listing.ListAnswer;
import io.esimhub.reconciliation.listing.ListQuestion;
import io.esimhub.reconciliation.listing.ListedOrder;
import io.esimhub.testing.FreshDatabase;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A day of a shop as a set, whatever happens around its midnights and while it is read. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(FreshDatabase.class)
class DayRunTest {

    private static final Instant NOW = Instant.parse("2026-07-02T03:40:00Z");
    private static final Window DAY = Window.dayBefore(NOW, ZoneOffset.UTC);

    private final ReconcilingHub hub;

    DayRunTest(DataSource database) {
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-07-01T00:00:00Z",
                "2026-07-01T00:00:00.400Z",
                "2026-07-01T12:00:00Z",
                "2026-07-01T23:59:59Z",
                "2026-07-01T23:59:59.999900Z"
            })
    void anOrderOfAnyMomentOfTheDayIsMissedInItsSet(Instant placed) {
        hub.order("7", placed, Payment.PAID);

        assertThat(read(List.of(), List.of())).isEqualTo("NOT_AT_CHANNEL 7 OPEN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-06-30T23:59:59.999Z", "2026-07-02T00:00:00Z"})
    void ordersOfItsNeighboursAreNot(Instant placed) {
        hub.order("7", placed, Payment.PAID);

        assertThat(read(List.of(), List.of())).isEmpty();
    }

    @Test
    void theChannelIsAskedForMoreThanTheDayAsItMayCutFractionsOfASecondOff() {
        ListQuestion question = asked(begin());

        assertThat(question.by()).isEqualTo(ListQuestion.By.PLACED);
        assertThat(question.from()).isEqualTo("2026-06-30T23:59:59Z");
        assertThat(question.to()).isAfterOrEqualTo("2026-07-02T00:00:00Z");
    }

    @Test
    void whatChangedJustNowIsNotComparedAsItsWebhookMayBeLateAndIsInTheSetAllTheSame() {
        hub.order("7", Instant.parse("2026-07-01T12:00:00Z"), Payment.PAID);

        assertThat(read(List.of(ReconcilingHub.listed("7", NOW.minusSeconds(10), Payment.REFUNDED)), List.of()))
                .isEmpty();
        assertThat(read(List.of(ReconcilingHub.listed("7", NOW.minusSeconds(700), Payment.REFUNDED)), List.of()))
                .contains("PAYMENT 7 REPAIRING");
    }

    @Test
    void anOrderInAShapeThatIsNotUnderstoodIsACaseAndNotCalledMissing() {
        hub.order("7", Instant.parse("2026-07-01T12:00:00Z"), Payment.PAID);

        assertThat(read(List.of(), List.of("7"))).isEqualTo("UNREADABLE 7 OPEN");
        assertThat(hub.openCases()).hasSize(1).first().asString().startsWith("reconciliation UNREADABLE break:");
    }

    private Exchange begin() {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        hub.the(ChannelReconciliation.class)
                .goOn(hub.running(RunKind.DAY, DAY.from(), DAY.to(), "someone").id(), exchange);
        return exchange;
    }

    private ListQuestion asked(Exchange exchange) {
        hub.the(ChannelReconciliation.class).page(exchange);
        return exchange.getMessage().getBody(ListQuestion.class);
    }

    private String read(List<ListedOrder> orders, List<String> unreadable) {
        Exchange exchange = begin();
        exchange.getMessage().setBody(new ListAnswer.Page(orders, List.of(), unreadable, Optional.empty()));
        hub.the(ChannelReconciliation.class).compare(exchange);
        hub.the(ChannelReconciliation.class).end(exchange);
        return String.join(", ", hub.breaks());
    }
}
