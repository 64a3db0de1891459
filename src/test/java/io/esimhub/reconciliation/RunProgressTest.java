package io.esimhub.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.esimhub.orders.Payment;
import io.esimhub.reconciliation.listing.ListAnswer;
import io.esimhub.reconciliation.listing.ListQuestion;
import io.esimhub.testing.FreshDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How a run gets on through a long list, page by page, whatever fails on the way. */
@ExtendWith(FreshDatabase.class)
class RunProgressTest {

    private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");

    private final ReconcilingHub hub;
    private long run;

    RunProgressTest(DataSource database) {
        hub = new ReconcilingHub(database, NOW, Map.of());
    }

    @BeforeEach
    void aRun() {
        hub.empty();
        run = hub.running(RunKind.CHANGES, NOW.minus(Duration.ofHours(3)), NOW, "someone")
                .id();
    }

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void aLongListMayFailOftenAsLongAsItGetsOnBetween() throws Exception {
        for (int page = 1; page <= 12; page++) {
            Exchange turn = begin();
            assertThat(asked(turn)).isEqualTo(page == 1 ? Optional.empty() : Optional.of("p" + (page - 1)));
            answered(turn, page(page, "p" + page));
            fails(turn);
            assertThat(turn.getProperties())
                    .as("it comes back, and is no attempt")
                    .containsKey("workLater");
        }

        assertThat(show()).isEqualTo("FAILED p12 12");
    }

    @Test
    void aPageThatFailsTwiceIsReachedAnewFromTheFirstOneAndNothingIsCountedTwice() throws Exception {
        Exchange first = begin();
        answered(first, page(1, "p1"));
        fails(first);
        Exchange second = begin();
        assertThatThrownBy(() -> fails(second)).hasMessage("timeout");
        assertThat(show()).isEqualTo("FAILED null 0");

        Exchange third = begin();
        assertThat(asked(third)).isEmpty();
        answered(third, page(1, "p1"));
        answered(third, page(2, null));
        hub.the(ChannelReconciliation.class).end(third);

        assertThat(show()).isEqualTo("DONE null 2");
    }

    @Test
    void aRunThatNeverGotOnAnywhereIsAnAttemptEachTime() {
        assertThatThrownBy(() -> fails(begin())).hasMessage("timeout");
        assertThatThrownBy(() -> fails(begin())).hasMessage("timeout");
    }

    @Test
    void aRunThatDiesBehindItsLastPageDoesNotReadTheListAgain() {
        Exchange dying = begin();
        answered(dying, page(1, null));

        Exchange next = begin();
        assertThat(reading(next).isMore()).isFalse();
        hub.the(ChannelReconciliation.class).end(next);

        assertThat(show()).isEqualTo("DONE null 1");
    }

    @Test
    void aSecondProcessThatReadsTheSamePageTurnsNone() {
        Exchange one = begin();
        Exchange other = begin();

        answered(one, page(1, null));
        answered(other, page(1, null));

        assertThat(reading(other).isMore()).isFalse();
        assertThat(show()).isEqualTo("RUNNING list-read 1");
    }

    private Exchange begin() {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        hub.the(ChannelReconciliation.class).begin(run, exchange);
        return exchange;
    }

    private Optional<String> asked(Exchange exchange) {
        hub.the(ChannelReconciliation.class).page(exchange);
        return exchange.getMessage().getBody(ListQuestion.class).after();
    }

    private void answered(Exchange exchange, ListAnswer answer) {
        exchange.getMessage().setBody(answer);
        hub.the(ChannelReconciliation.class).compare(exchange);
    }

    private void fails(Exchange exchange) throws Exception {
        exchange.setProperty(Exchange.EXCEPTION_CAUGHT, new IllegalStateException("timeout"));
        hub.the(ChannelReconciliation.class).failed(exchange);
    }

    private static ListAnswer page(int order, String next) {
        return new ListAnswer.Page(
                List.of(ReconcilingHub.listed(Integer.toString(order), NOW.minusSeconds(3600), Payment.PAID)),
                List.of(),
                List.of(),
                Optional.ofNullable(next));
    }

    private static ListReading reading(Exchange exchange) {
        return exchange.getProperty("listReading", ListReading.class);
    }

    private String show() {
        return hub.strings(
                        "select state || ' ' || coalesce(position, 'null') || ' ' || compared from reconciliation.runs where id = ?",
                        run)
                .get(0);
    }
}
