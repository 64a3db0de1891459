package io.esimhub.fulfillment;

import static org.assertj.core.api.Assertions.assertThat;

import io.esimhub.fulfillment.ListAndMatch.Match;
import io.esimhub.model.Money;
import io.esimhub.suppliers.SupplierOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListAndMatchTest {

    private static final Instant TEN = Instant.parse("2026-07-01T10:00:00Z");
    private static final Purchase OURS = purchase(1, TEN);

    @Test
    void theOnlyOrderOfItsShapeInItsTimeIsOurs() {
        assertThat(match(OURS, List.of(OURS), order("A", TEN.plusSeconds(1)))).satisfies(found("A"));
    }

    @Test
    void nothingInTheListMeansAbsent() {
        assertThat(match(OURS, List.of(OURS))).isInstanceOf(Match.Absent.class);
    }

    @Test
    void anOrderOutsideItsTimeIsSomebodyElses() {
        assertThat(match(OURS, List.of(OURS), order("A", TEN.minusSeconds(121)), order("B", TEN.plusSeconds(160))))
                .isInstanceOf(Match.Absent.class);
    }

    @Test
    void theSuppliersClockIsTakenIntoAccount() {
        SupplierOrder late = order("A", TEN.plusSeconds(600));

        assertThat(ListAndMatch.match(OURS, List.of(OURS), List.of(), List.of(late), Duration.ofMinutes(10)))
                .isEqualTo(new Match.Found(late));
        assertThat(ListAndMatch.match(OURS, List.of(OURS), List.of(), List.of(late), Duration.ZERO))
                .isInstanceOf(Match.Absent.class);
    }

    @Test
    void equalPurchasesArePairedTheOldestWithTheOldest() {
        Purchase younger = purchase(2, TEN.plusSeconds(10));
        SupplierOrder first = order("A", TEN.plusSeconds(1));
        SupplierOrder second = order("B", TEN.plusSeconds(11));

        assertThat(match(OURS, List.of(younger, OURS), second, first)).satisfies(found("A"));
        assertThat(match(younger, List.of(younger, OURS), second, first)).satisfies(found("B"));
    }

    @Test
    void withFewerOrdersThanPurchasesTheYoungestGoWithout() {
        Purchase younger = purchase(2, TEN.plusSeconds(10));

        assertThat(match(younger, List.of(OURS, younger), order("A", TEN.plusSeconds(11))))
                .isInstanceOf(Match.Absent.class);
        assertThat(match(OURS, List.of(OURS, younger), order("A", TEN.plusSeconds(11))))
                .satisfies(found("A"));
    }

    @Test
    void withMoreOrdersThanPurchasesNothingIsAdopted() {
        assertThat(match(OURS, List.of(OURS), order("A", TEN.plusSeconds(1)), order("B", TEN.plusSeconds(2))))
                .isInstanceOf(Match.Ambiguous.class);
    }

    @Test
    void anOrderOfAnotherPriceProvesNeitherThatItIsOursNorThatWeBoughtNothing() {
        SupplierOrder dearer = new SupplierOrder(
                "A",
                Optional.empty(),
                "bundle",
                1,
                Optional.of(Money.of("1.90", "USD")),
                TEN.plusSeconds(1),
                List.of());

        assertThat(match(OURS, List.of(OURS), dearer)).isInstanceOf(Match.Ambiguous.class);
    }

    @Test
    void anOrderThatMayBelongToAPurchaseStillUnderWayIsNotTakenYet() {
        Purchase underWay = purchase(2, TEN.plusSeconds(40));

        assertThat(ListAndMatch.match(
                        OURS,
                        List.of(OURS),
                        List.of(underWay),
                        List.of(order("A", TEN.plusSeconds(41))),
                        Duration.ZERO))
                .isEqualTo(new Match.Wait(underWay.answerBy()));
    }

    private static Match match(Purchase purchase, List<Purchase> claimants, SupplierOrder... orders) {
        return ListAndMatch.match(purchase, claimants, List.of(), List.of(orders), Duration.ZERO);
    }

    private static java.util.function.Consumer<Match> found(String reference) {
        return match -> assertThat(((Match.Found) match).order().reference()).isEqualTo(reference);
    }

    private static SupplierOrder order(String reference, Instant at) {
        return new SupplierOrder(
                reference, Optional.empty(), "bundle", 1, Optional.of(Money.of("1.80", "USD")), at, List.of());
    }

    private static Purchase purchase(long id, Instant dispatchedAt) {
        return new Purchase(
                id,
                id,
                "key" + id,
                "esim-go",
                "bundle",
                1,
                Money.of("1.80", "USD"),
                PurchaseState.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                dispatchedAt,
                dispatchedAt.plusSeconds(38),
                Optional.empty(),
                Optional.empty());
    }
}
