package io.esimhub.channels.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import io.esimhub.orders.Parcel;
import io.esimhub.orders.SentLine;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FulfillmentPlanTest {

    private static final Parcel PARCEL = new Parcel("Royal Mail", "RR1", Optional.empty());

    @Test
    void onlyOurLineOfAMixedOrderIsFulfilled() {
        FulfillmentPlan plan = FulfillmentPlan.of(
                List.of(order("A", "OPEN", line("fa", "1", 2, 2), line("fb", "2", 1, 1))), List.of(sent("1", 2)));

        assertThat(plan.fulfillments()).hasSize(1);
        assertThat(plan.fulfillments().get(0).units()).isEqualTo(Map.of("A", Map.of("fa", 2)));
        assertThat(plan.blocked()).isEmpty();
    }

    @Test
    void whatTheMerchantFulfilledAlreadyIsNotToldAgain() {
        FulfillmentPlan plan =
                FulfillmentPlan.of(List.of(order("A", "IN_PROGRESS", line("fa", "1", 3, 2))), List.of(sent("1", 2)));

        assertThat(plan.fulfillments().get(0).units()).isEqualTo(Map.of("A", Map.of("fa", 1)));
    }

    @Test
    void aClosedFulfillmentOrderIsDone() {
        FulfillmentPlan plan =
                FulfillmentPlan.of(List.of(order("A", "CLOSED", line("fa", "1", 2, 0))), List.of(sent("1", 2)));

        assertThat(plan.fulfillments()).isEmpty();
        assertThat(plan.blocked()).isEmpty();
    }

    @Test
    void aCancelledFulfillmentOrderDoesNotCountAndItsSuccessorDoes() {
        FulfillmentPlan plan = FulfillmentPlan.of(
                List.of(order("A", "CANCELLED", line("fa", "1", 2, 0)), order("B", "OPEN", line("fb", "1", 2, 2))),
                List.of(sent("1", 2)));

        assertThat(plan.fulfillments().get(0).units()).isEqualTo(Map.of("B", Map.of("fb", 2)));
    }

    @Test
    void oneLineOverTwoFulfillmentOrdersOfOnePlaceIsOneFulfillment() {
        FulfillmentPlan plan = FulfillmentPlan.of(
                List.of(order("A", "OPEN", line("fa", "1", 1, 1)), order("B", "OPEN", line("fb", "1", 1, 1))),
                List.of(sent("1", 2)));

        assertThat(plan.fulfillments()).hasSize(1);
        assertThat(plan.fulfillments().get(0).units()).containsOnlyKeys("A", "B");
    }

    @Test
    void anOrderOnHoldIsAPersonsTask() {
        FulfillmentPlan plan =
                FulfillmentPlan.of(List.of(order("A", "ON_HOLD", line("fa", "1", 1, 1))), List.of(sent("1", 1)));

        assertThat(plan.fulfillments()).isEmpty();
        assertThat(plan.blocked().orElseThrow()).contains("ON_HOLD");
    }

    @Test
    void aPostedCardTravelsInAFulfillmentOfItsOwnWithItsTracking() {
        FulfillmentPlan plan = FulfillmentPlan.of(
                List.of(order("A", "OPEN", line("fa", "1", 2, 2))),
                List.of(new SentLine("1", "SIM-JP", List.of(Optional.empty(), Optional.of(PARCEL)))));

        assertThat(plan.fulfillments())
                .extracting(FulfillmentPlan.Fulfillment::parcel)
                .containsExactly(Optional.empty(), Optional.of(PARCEL));
    }

    /** Whatever was done before, and however often it is planned: never more than remains, and at last exactly what was sent. */
    @Property
    void tellingTwiceFulfilsOnce(
            @ForAll @IntRange(max = 6) int total,
            @ForAll @IntRange(max = 6) int doneBefore,
            @ForAll @IntRange(max = 6) int sentUnits,
            @ForAll @IntRange(max = 3) int secondOrder) {
        int first = Math.max(0, total - secondOrder);
        int second = total - first;
        int doneFirst = Math.min(first, doneBefore);
        Map<String, Integer> remaining = new HashMap<>(Map.of("fa", first - doneFirst, "fb", second));
        for (int round = 0; round < 2; round++) {
            List<FulfillmentOrder> orders = List.of(
                    order("A", "OPEN", line("fa", "1", first, remaining.get("fa"))),
                    order("B", "OPEN", line("fb", "1", second, remaining.get("fb"))));
            FulfillmentPlan plan = FulfillmentPlan.of(orders, List.of(sent("1", Math.min(sentUnits, total))));
            plan.fulfillments().forEach(fulfillment -> fulfillment
                    .units()
                    .values()
                    .forEach(lines -> lines.forEach((line, units) -> remaining.merge(line, -units, Integer::sum))));
            assertThat(remaining.values()).allMatch(left -> left >= 0);
        }
        int fulfilled = total - remaining.get("fa") - remaining.get("fb");
        assertThat(fulfilled).isEqualTo(Math.max(doneFirst, Math.min(sentUnits, total)));
    }

    private static SentLine sent(String line, int quantity) {
        return new SentLine(line, "ESIM-GB", Collections.nCopies(quantity, Optional.empty()));
    }

    private static FulfillmentOrder order(String id, String status, FulfillmentOrder.Line... lines) {
        return new FulfillmentOrder(
                id, status, "here", status.equals("OPEN") || status.equals("IN_PROGRESS"), List.of(lines));
    }

    private static FulfillmentOrder.Line line(String id, String line, int total, int remaining) {
        return new FulfillmentOrder.Line(id, line, total, remaining);
    }
}
