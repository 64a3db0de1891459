package io.esimhub.fulfillment.callbacks;

import io.esimhub.fulfillment.PurchaseHints;
import io.esimhub.fulfillment.life.EsimQuestions;
import io.esimhub.suppliers.CallbackReading.BalanceLow;
import io.esimhub.suppliers.CallbackReading.EsimChanged;
import io.esimhub.suppliers.CallbackReading.Hint;
import io.esimhub.suppliers.CallbackReading.OrderChanged;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Finds what of our books a callback is about. Whoever may call back unsigned can call about anything; what is not ours, or needs no
 * question, costs a look at an index and leaves no row, so strangers cannot fill the database.
 */
@Component
class HintLookup {

    private static final int MOST_HINTS = 100;
    private static final int LONGEST = 200;

    private final PurchaseHints purchases;
    private final EsimQuestions questions;

    HintLookup(PurchaseHints purchases, EsimQuestions questions) {
        this.purchases = purchases;
        this.questions = questions;
    }

    KnownHints find(String supplier, List<Hint> hints) {
        List<Hint> some = hints.stream().limit(MOST_HINTS).toList();
        return new KnownHints(
                supplier,
                purchases.open(
                        supplier,
                        names(orders(some), OrderChanged::supplierOrder),
                        names(orders(some), OrderChanged::key)),
                questions.wanted(
                        supplier,
                        names(esims(some), EsimChanged::supplierEsimId),
                        // an ICCID that is used again names several eSIMs, the supplier's own id never does
                        names(esims(some).filter(hint -> hint.supplierEsimId().isEmpty()), EsimChanged::iccid)),
                some.stream().anyMatch(BalanceLow.class::isInstance));
    }

    private static Stream<OrderChanged> orders(List<Hint> hints) {
        return hints.stream().filter(OrderChanged.class::isInstance).map(OrderChanged.class::cast);
    }

    private static Stream<EsimChanged> esims(List<Hint> hints) {
        return hints.stream().filter(EsimChanged.class::isInstance).map(EsimChanged.class::cast);
    }

    /** What cannot stand in our books need not be looked for there. */
    private static <H> List<String> names(Stream<H> hints, Function<H, Optional<String>> name) {
        return hints.flatMap(hint -> name.apply(hint).stream())
                .filter(text -> text.length() <= LONGEST && text.chars().noneMatch(Character::isISOControl))
                .distinct()
                .toList();
    }
}
