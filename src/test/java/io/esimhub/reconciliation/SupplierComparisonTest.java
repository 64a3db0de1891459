package io.esimhub.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.esimhub.model.Money;
import io.esimhub.suppliers.SupplierOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SupplierComparisonTest {

    private static final Instant TEN = Instant.parse("2026-07-01T10:00:00Z");
    private static final Window DAY =
            new Window(Instant.parse("2026-07-01T00:00:00Z"), Instant.parse("2026-07-01T23:59:59.999Z"));

    @Test
    void eachOrderWithItsPurchaseAtItsPriceIsNoDifference() {
        assertThat(kinds(List.of(order("A", TEN, "3.60")), List.of(purchase("A", "COMPLETED", TEN))))
                .isEmpty();
    }

    @Test
    void anOrderWithoutAPurchaseIsADifferenceOnAnAccountThatNobodySharesAndNoneOnOthers() {
        List<SupplierOrder> foreign = List.of(order("A", TEN, "3.60"));

        assertThat(kinds(foreign, List.of())).containsExactly(DifferenceKind.NOT_OURS);
        assertThat(SupplierComparison.of(foreign, List.of(), List.of(), DAY, Duration.ZERO, false, false))
                .isEmpty();
    }

    @Test
    void anOrderThatMayBelongToAPurchaseWhoseAnswerWasLostIsLeftToTheSearchForIt() {
        KnownPurchase unknown = purchase(null, "UNKNOWN", TEN);

        assertThat(kinds(List.of(order("A", TEN.plusSeconds(2), "3.60")), List.of(unknown)))
                .isEmpty();
        assertThat(kinds(List.of(order("A", TEN.plusSeconds(3600), "3.60")), List.of(unknown)))
                .containsExactly(DifferenceKind.NOT_OURS);
        assertThat(SupplierComparison.of(
                        List.of(order("A", TEN.plusSeconds(2), "3.60")),
                        List.of(),
                        List.of(unknown),
                        DAY,
                        Duration.ZERO,
                        true,
                        true))
                .as("after a restore what is looked for explains nothing")
                .hasSize(1);
    }

    @Test
    void aPurchaseWhoseAnswerWasLostExplainsOneOrderAndWhatWasSoldTwiceIsAPersons() {
        List<SupplierOrder> twice =
                List.of(order("B", TEN.plusSeconds(4), "3.60"), order("A", TEN.plusSeconds(2), "3.60"));

        assertThat(found(twice, List.of(), List.of(purchase(null, "UNKNOWN", TEN))))
                .extracting(Difference::subject)
                .as("the oldest is left to the search")
                .containsExactly("B");
        assertThat(found(twice, List.of(), List.of(purchase("A", "COMPLETED", TEN))))
                .extracting(Difference::subject)
                .containsExactly("B");
    }

    @Test
    void twoPurchasesWhoseAnswersWereLostExplainTwoOrders() {
        KnownPurchase one = purchase(null, "UNKNOWN", TEN);

        assertThat(kinds(
                        List.of(order("A", TEN.plusSeconds(2), "3.60"), order("B", TEN.plusSeconds(4), "3.60")),
                        List.of(one, one)))
                .isEmpty();
    }

    @Test
    void whatWasLeftToASearchThatFoundSomethingElseIsAPersonsInALaterRun() {
        SupplierOrder yesterdays = order("B", DAY.from().minusSeconds(60), "3.60");

        assertThat(found(List.of(), List.of(yesterdays), List.of()))
                .extracting(Difference::subject)
                .containsExactly("B");
        assertThat(found(
                        List.of(),
                        List.of(yesterdays),
                        List.of(purchase(null, "UNKNOWN", DAY.from().minusSeconds(62)))))
                .as("the search goes on")
                .isEmpty();
        assertThat(found(List.of(yesterdays), List.of(yesterdays), List.of()))
                .as("listed in the margin, too")
                .hasSize(1);
    }

    @Test
    void aSecondOrderUnderAPurchasesKeyIsNobodys() {
        SupplierOrder second = new SupplierOrder(
                "B", Optional.of("key-A"), "bundle", 2, Optional.of(Money.of("3.60", "USD")), TEN, List.of());
        List<KnownPurchase> ours = List.of(purchase("A", "COMPLETED", TEN));

        assertThat(found(List.of(order("A", TEN, "3.60"), second), List.of(), ours))
                .extracting(Difference::subject)
                .containsExactly("B");
        assertThat(found(List.of(order("A", TEN, "3.60")), List.of(second), ours))
                .extracting(Difference::subject)
                .containsExactly("B");
    }

    @Test
    void aPurchaseThatWeCalledNotBoughtAndTheSupplierSoldIsADifference() {
        assertThat(kinds(List.of(order("A", TEN, "3.60")), List.of(purchase("A", "NOT_BOUGHT", TEN))))
                .containsExactly(DifferenceKind.NOT_OURS);
    }

    @Test
    void ourKeyFindsThePurchaseWhereTheReferenceChanged() {
        SupplierOrder order = new SupplierOrder(
                "B", Optional.of("key-A"), "bundle", 2, Optional.of(Money.of("3.60", "USD")), TEN, List.of());

        assertThat(kinds(List.of(order), List.of(purchase("A", "COMPLETED", TEN))))
                .isEmpty();
    }

    @Test
    void anotherPriceAndAnotherQuantityAreDifferences() {
        SupplierOrder one = new SupplierOrder(
                "A", Optional.empty(), "bundle", 1, Optional.of(Money.of("3.60", "USD")), TEN, List.of());

        assertThat(kinds(List.of(order("A", TEN, "3.80")), List.of(purchase("A", "COMPLETED", TEN))))
                .containsExactly(DifferenceKind.PRICE);
        assertThat(kinds(List.of(one), List.of(purchase("A", "COMPLETED", TEN))))
                .containsExactly(DifferenceKind.ORDER);
    }

    @Test
    void aPurchaseThatTheSupplierDoesNotListIsADifferenceIfItsTimeWasLookedAt() {
        assertThat(kinds(List.of(), List.of(purchase("A", "COMPLETED", TEN))))
                .containsExactly(DifferenceKind.NOT_AT_SUPPLIER);
        assertThat(kinds(
                        List.of(), List.of(purchase("A", "COMPLETED", DAY.from().minusSeconds(1)))))
                .isEmpty();
    }

    @Test
    void anOrderThatWasWrittenDownOnTheOtherSideOfMidnightIsFoundInTheMargin() {
        SupplierOrder justAfter = order("A", DAY.to().plusSeconds(20), "3.60");

        assertThat(kinds(
                        List.of(justAfter),
                        List.of(purchase("A", "COMPLETED", DAY.to().minusSeconds(1)))))
                .isEmpty();
    }

    @Test
    void whatLiesInTheMarginIsNotJudgedSoItsDifferencesStayAsTheyAre() {
        assertThat(SupplierComparison.judged(
                        List.of(order("A", TEN, "3.60"), order("B", DAY.from().minusSeconds(60), "3.60")),
                        DAY,
                        Duration.ZERO))
                .containsExactly("A");
    }

    private static List<DifferenceKind> kinds(List<SupplierOrder> listed, List<KnownPurchase> ours) {
        return found(listed, List.of(), ours).stream().map(Difference::kind).toList();
    }

    private static List<Difference> found(
            List<SupplierOrder> listed, List<SupplierOrder> former, List<KnownPurchase> ours) {
        return SupplierComparison.of(listed, former, ours, DAY, Duration.ZERO, false, true);
    }

    private static SupplierOrder order(String reference, Instant at, String total) {
        return new SupplierOrder(
                reference, Optional.empty(), "bundle", 2, Optional.of(Money.of(total, "USD")), at, List.of());
    }

    private static KnownPurchase purchase(String reference, String state, Instant at) {
        return new KnownPurchase(
                1,
                Optional.of(5L),
                "key-" + (reference == null ? "A" : reference),
                "bundle",
                2,
                Money.of("3.60", "USD"),
                state,
                Optional.ofNullable(reference),
                at,
                at.plusSeconds(38));
    }
}
