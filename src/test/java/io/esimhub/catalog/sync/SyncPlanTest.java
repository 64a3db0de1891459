package io.esimhub.catalog.sync;

import static io.esimhub.catalog.sync.Lists.active;
import static io.esimhub.catalog.sync.Lists.gone;
import static io.esimhub.catalog.sync.Lists.known;
import static io.esimhub.catalog.sync.Lists.offer;
import static io.esimhub.catalog.sync.Lists.switchedOff;
import static io.esimhub.catalog.sync.Lists.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import io.esimhub.catalog.sync.Change.Kind;
import io.esimhub.model.Money;
import io.esimhub.suppliers.SupplierOffer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SyncPlanTest {

    @Test
    void aNewCostInTheSameCurrencyIsTaken() {
        SyncPlan plan = plan(List.of(offer("a", "1.20")), List.of(known("a")), active("a", "1.00"));

        assertThat(plan.costs()).extracting(SyncPlan.NewCost::cost).containsExactly(Money.of("1.20", "USD"));
        assertThat(plan.mended()).containsExactly("ESIM-GB");
        assertThat(kinds(plan)).containsExactly(Kind.OFFER_COST, Kind.VARIANT_COST);
    }

    @Test
    void aCostThatOnlyLooksDifferentIsNoChange() {
        assertThat(plan(List.of(offer("a", "1.0000")), List.of(known("a")), active("a", "1"))
                        .changes())
                .isEmpty();
    }

    @Test
    void anotherCurrencyIsReportedAndNotTaken() {
        SupplierOffer euros = new SupplierOffer(
                "a", List.of(), "a", Money.of("1.00", "EUR"), true, List.of(), Optional.empty(), Optional.empty());

        SyncPlan plan = plan(List.of(euros), List.of(), active("a", "1.00"));

        assertThat(plan.costs()).isEmpty();
        assertThat(kinds(plan)).containsExactly(Kind.OFFER_NEW, Kind.VARIANT_OTHER_CURRENCY);
    }

    @Test
    void anOfferForNothingIsReportedAndNotTaken() {
        SyncPlan plan = plan(List.of(offer("a", "0")), List.of(), active("a", "1.00"));

        assertThat(plan.costs()).isEmpty();
        assertThat(kinds(plan)).contains(Kind.VARIANT_FREE_OF_CHARGE);
    }

    @Test
    void whatWasListedAndIsGoneOrNotAvailableIsWithdrawn() {
        SyncPlan vanished = plan(List.of(offer("b", "1.00")), List.of(known("a"), known("b")), active("a", "1.00"));
        SyncPlan unavailable = plan(List.of(offer("a", "1.00", false)), List.of(known("a")), active("a", "1.00"));

        assertThat(vanished.withdrawn()).hasSize(1);
        assertThat(vanished.vanished()).containsExactly("a");
        assertThat(unavailable.withdrawn()).hasSize(1);
        assertThat(unavailable.vanished()).isEmpty();
    }

    @Test
    void whatNoListEverHadIsLeftAloneAndReported() {
        SyncPlan plan = plan(List.of(offer("b", "1.00")), List.of(known("b")), active("a", "1.00"));

        assertThat(plan.withdrawn()).isEmpty();
        assertThat(kinds(plan)).containsExactly(Kind.VARIANT_NEVER_LISTED);
    }

    @Test
    void whatAListHadWithdrawnComesBackByAListAndWhatAPersonSwitchedOffDoesNot() {
        List<SupplierOffer> list = List.of(offer("a", "1.00"));

        SyncPlan back = plan(list, List.of(gone("a")), withdrawn("a"));
        assertThat(back.restored()).hasSize(1);
        assertThat(back.mended()).containsExactly("ESIM-GB");
        assertThat(kinds(back)).containsExactly(Kind.OFFER_RETURNED, Kind.VARIANT_RESTORED);
        assertThat(plan(list, List.of(gone("a")), switchedOff("a")).restored()).isEmpty();
    }

    @Test
    void whatIsWithdrawnAlreadyIsNotWithdrawnAgain() {
        assertThat(plan(List.of(offer("b", "1")), List.of(gone("a"), known("b")), withdrawn("a"))
                        .changes())
                .isEmpty();
    }

    @Test
    void aBundleIsFoundByItsOtherNamesUnlessTwoShareOne() {
        SupplierOffer first = offer("CODE-1", "1.50", true, "slug-1", "both");
        SupplierOffer second = offer("CODE-2", "2.50", true, "slug-2", "both");
        List<SupplierOffer> list = List.of(first, second);

        assertThat(plan(list, List.of(), active("slug-2", "1.00")).costs())
                .extracting(SyncPlan.NewCost::cost)
                .containsExactly(Money.of("2.50", "USD"));
        SyncPlan shared = plan(list, List.of(), active("both", "1.00"));
        assertThat(shared.costs()).isEmpty();
        assertThat(shared.withdrawn()).isEmpty();
        assertThat(kinds(shared)).contains(Kind.VARIANT_AMBIGUOUS);
    }

    @Test
    void aNameOfItsOwnGoesBeforeAnothersOtherName() {
        SyncPlan plan =
                plan(List.of(offer("x", "1.50", true, "a"), offer("a", "2.50")), List.of(), active("a", "1.00"));

        assertThat(plan.costs()).extracting(SyncPlan.NewCost::cost).containsExactly(Money.of("2.50", "USD"));
    }

    @Test
    void whatWasSeenUnderAnotherNameAndIsGoneIsWithdrawn() {
        assertThat(plan(List.of(offer("b", "1")), List.of(known("CODE", "slug"), known("b")), active("slug", "1"))
                        .withdrawn())
                .hasSize(1);
    }

    @Test
    void ofAnOfferListedTwiceTheFirstCountsAndTheOtherIsReported() {
        SyncPlan plan = plan(
                List.of(offer("a", "1.00"), offer("a", "1.00"), offer("a", "9.00")),
                List.of(known("a")),
                active("a", "1.00"));

        assertThat(plan.offers()).hasSize(1);
        assertThat(plan.costs()).isEmpty();
        assertThat(kinds(plan)).containsExactly(Kind.OFFER_LISTED_TWICE);
    }

    private static SyncPlan plan(List<SupplierOffer> listed, List<KnownOffer> known, LinkedVariant variant) {
        return new SyncPlan(listed, known, List.of(variant));
    }

    private static List<Kind> kinds(SyncPlan plan) {
        return plan.changes().stream().map(Change::kind).toList();
    }
}
