package io.esimhub.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.esimhub.orders.OrderIdentity;
import io.esimhub.orders.OrderSnapshot;
import io.esimhub.orders.Payment;
import io.esimhub.orders.SnapshotCustomer;
import io.esimhub.orders.SnapshotLine;
import io.esimhub.reconciliation.listing.ListedOrder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final Instant TEN = Instant.parse("2026-07-01T10:00:00Z");

    @Test
    void theSameOnBothSidesIsNoDifference() {
        assertThat(compare(listed(TEN, Payment.PAID, false, 2, 2), known(TEN, Payment.PAID, false, 2, 2)))
                .isEmpty();
    }

    @Test
    void anOrderThatWeDoNotKnowIsMissing() {
        Comparison.Result result = Comparison.of(listed(TEN, Payment.PAID, false, 1, 0), Optional.empty(), true);

        assertThat(result.differences()).extracting(Difference::kind).containsExactly(DifferenceKind.MISSING);
        assertThat(result.differences().get(0).details().toString()).doesNotContain("@");
    }

    @Test
    void whatWeKnowIsNewerThanTheList_nothingIsComparedAndNothingIsCalledTheSame() {
        Comparison.Result result = Comparison.of(
                listed(TEN, Payment.UNPAID, true, 5, 0),
                Optional.of(known(TEN.plusSeconds(1), Payment.PAID, false, 1, 1)),
                true);

        assertThat(result.differences()).isEmpty();
        assertThat(result.whole()).isFalse();
    }

    @Test
    void paymentCancellationAndQuantityAreEachADifference() {
        assertThat(compare(listed(TEN, Payment.PAID, false, 1, 0), known(TEN, Payment.UNPAID, false, 1, 0)))
                .containsExactly(DifferenceKind.PAYMENT);
        assertThat(compare(listed(TEN, Payment.PAID, true, 1, 0), known(TEN, Payment.PAID, false, 1, 0)))
                .containsExactly(DifferenceKind.CANCELLATION);
        assertThat(compare(listed(TEN, Payment.PAID, false, 1, 1), known(TEN, Payment.PAID, false, 2, 2)))
                .containsExactly(DifferenceKind.QUANTITY);
    }

    @Test
    void aLineThatWeNeverHeardOfIsADifferenceOnlyIfSomethingOfItIsOwed() {
        KnownOrder withoutLines =
                new KnownOrder(7, "1", TEN, Payment.PAID, false, Optional.empty(), false, false, List.of());

        assertThat(compare(listed(TEN, Payment.PAID, false, 1, 0), withoutLines))
                .containsExactly(DifferenceKind.QUANTITY);
        assertThat(compare(listed(TEN, Payment.PAID, false, 0, 0), withoutLines))
                .isEmpty();
    }

    @Test
    void aRefundThatTheQuantitiesDoNotCountIsADifference() {
        ListedOrder refunded = new ListedOrder(
                snapshot(TEN, Payment.PAID, false, 1, Optional.of(Set.of("r1", "r2"))),
                true,
                Map.of("L", 1),
                new byte[0]);
        KnownOrder counting = new KnownOrder(
                7,
                "1",
                TEN,
                Payment.PAID,
                false,
                Optional.of(Set.of("r1")),
                false,
                false,
                List.of(new KnownOrder.Line("L", 1, 1)));

        List<Difference> differences =
                Comparison.of(refunded, Optional.of(counting), true).differences();

        assertThat(differences).extracting(Difference::kind).containsExactly(DifferenceKind.REFUND);
        assertThat(differences.get(0).details().get("there").toString()).isEqualTo("[r2]");
    }

    @Test
    void whatWeSentAndTheChannelDoesNotKnowIsToldAgain() {
        assertThat(compare(listed(TEN, Payment.PAID, false, 2, 1), known(TEN, Payment.PAID, false, 2, 2)))
                .containsExactly(DifferenceKind.WRITE_BACK);
    }

    @Test
    void aChannelThatIsBeingToldOrCannotHearIsNoDifference() {
        KnownOrder telling = new KnownOrder(
                7,
                "1",
                TEN,
                Payment.PAID,
                false,
                Optional.empty(),
                false,
                true,
                List.of(new KnownOrder.Line("L", 1, 1)));
        ListedOrder unsent = listed(TEN, Payment.PAID, false, 1, 0);

        Comparison.Result being = Comparison.of(unsent, Optional.of(telling), true);

        assertThat(being.differences()).isEmpty();
        assertThat(being.whole()).as("it may still fail").isFalse();
        assertThat(Comparison.of(unsent, Optional.of(known(TEN, Payment.PAID, false, 1, 1)), false)
                        .differences())
                .isEmpty();
    }

    @Test
    void unitsThatSomebodyElseSentAreAPersons() {
        assertThat(compare(listed(TEN, Payment.PAID, false, 1, 1), known(TEN, Payment.PAID, false, 1, 0)))
                .containsExactly(DifferenceKind.SENT_ELSEWHERE);
        assertThat(compare(listed(TEN, Payment.UNPAID, false, 1, 1), known(TEN, Payment.UNPAID, false, 1, 0)))
                .as("nothing is owed yet")
                .isEmpty();
    }

    @Test
    void whatWasSentBeforeItsLineWasShortenedIsNoDifference() {
        assertThat(compare(listed(TEN, Payment.PAID, false, 1, 1), known(TEN, Payment.PAID, false, 1, 2)))
                .isEmpty();
    }

    @Test
    void linesThatAreNotOursAreSentByTheMerchant() {
        assertThat(compare(listed(TEN, Payment.PAID, false, 1, 1), known(TEN, Payment.PAID, false, 1, -1)))
                .isEmpty();
    }

    private static List<DifferenceKind> compare(ListedOrder listed, KnownOrder known) {
        return Comparison.of(listed, Optional.of(known), true).differences().stream()
                .map(Difference::kind)
                .toList();
    }

    private static ListedOrder listed(Instant at, Payment payment, boolean cancelled, int quantity, int fulfilled) {
        return new ListedOrder(
                snapshot(at, payment, cancelled, quantity, Optional.empty()),
                true,
                Map.of("L", fulfilled),
                new byte[0]);
    }

    private static OrderSnapshot snapshot(
            Instant at, Payment payment, boolean cancelled, int quantity, Optional<Set<String>> refunds) {
        return new OrderSnapshot(
                new OrderIdentity("shopify", "a.myshopify.com", "1"),
                "#1",
                at,
                Optional.of(at),
                payment,
                cancelled,
                false,
                Optional.empty(),
                new SnapshotCustomer(
                        Optional.empty(), Optional.of("ada@example.com"), Optional.empty(), Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                refunds,
                List.of(new SnapshotLine("L", Optional.of("ESIM-X"), "", quantity, Optional.empty())));
    }

    private static KnownOrder known(Instant at, Payment payment, boolean cancelled, int quantity, int sent) {
        return new KnownOrder(
                7,
                "1",
                at,
                payment,
                cancelled,
                Optional.empty(),
                false,
                false,
                List.of(new KnownOrder.Line("L", quantity, sent)));
    }
}
