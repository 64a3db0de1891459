package io.esimhub.channels.ebay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.orders.OrderSnapshot;
import io.esimhub.orders.Payment;
import io.esimhub.orders.SentLine;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EbayFulfillmentPlanTest {

    /** Two runs, whatever eBay knew before: what was sent is told once. */
    @Property
    void tellingTwiceFulfilsOnce(
            @ForAll @IntRange(max = 5) int one,
            @ForAll @IntRange(max = 5) int other,
            @ForAll @IntRange(max = 5) int knownOfOne) {
        Map<String, Integer> known = new HashMap<>(Map.of("1", Math.min(one, knownOfOne), "2", 0));
        List<SentLine> sent = List.of(line("1", one), line("2", other));
        for (int round = 0; round < 2; round++) {
            EbayFulfillmentPlan.of(known, sent)
                    .forEach(each -> each.lines().forEach((id, units) -> known.merge(id, units, Integer::sum)));
        }
        assertThat(known).isEqualTo(Map.of("1", one, "2", other));
        assertThat(EbayFulfillmentPlan.of(known, sent)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PAID,PAID",
        "PARTIALLY_REFUNDED,PAID",
        "FULLY_REFUNDED,REFUNDED",
        "PENDING,UNPAID",
        "FAILED,UNPAID",
        "BARTERED,UNPAID"
    })
    void onlyWordsThatWeKnowAreMoney(String status, Payment payment) throws IOException {
        assertThat(order("\"orderPaymentStatus\":\"" + status + "\"").payment()).isEqualTo(payment);
    }

    @ParameterizedTest
    @CsvSource({"NONE_REQUESTED,false,false", "IN_PROGRESS,false,true", "CANCELED,true,false"})
    void aCancellationThatIsAskedForHoldsTheOrder(String state, boolean cancelled, boolean held) throws IOException {
        OrderSnapshot order =
                order("\"orderPaymentStatus\":\"PAID\",\"cancelStatus\":{\"cancelState\":\"" + state + "\"}");

        assertThat(order.cancelled()).isEqualTo(cancelled);
        assertThat(order.hold().isPresent()).isEqualTo(held);
    }

    @ParameterizedTest
    @CsvSource({"NOT_STARTED,false", "IN_PROGRESS,true", "FULFILLED,true"})
    void whatTheSellerSentHimselfIsHeldIfItIsNewToUs(String status, boolean held) throws IOException {
        assertThat(order("\"orderPaymentStatus\":\"PAID\",\"orderFulfillmentStatus\":\"" + status + "\"")
                        .hold()
                        .isPresent())
                .isEqualTo(held);
    }

    private static OrderSnapshot order(String more) throws IOException {
        return EbayOrderReader.read(
                "ebay",
                new ObjectMapper()
                        .readTree(
                                "{\"orderId\":\"1-2\",\"lastModifiedDate\":\"2026-01-01T00:00:00.000Z\",\"lineItems\":[],"
                                        + more + "}"));
    }

    private static SentLine line(String id, int quantity) {
        return new SentLine(id, "ESIM", Collections.nCopies(quantity, Optional.empty()));
    }
}
