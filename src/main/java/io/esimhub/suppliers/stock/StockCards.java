package io.esimhub.suppliers.stock;

import io.esimhub.operations.web.Problem;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Cards on their way from the shelf to the customer, for whoever keeps the orders. */
@Component
public class StockCards {

    private final Holdings holdings;
    private final Clock clock;

    StockCards(Holdings holdings, Clock clock) {
        this.holdings = holdings;
        this.clock = clock;
    }

    /** The supplier's code that purchases and eSIMs of stock carry. */
    public String supplier() {
        return StockCapabilities.CODE;
    }

    /**
     * What the card's order knows it by, or knew it by last.
     *
     * @throws Problem 404 if there is no such card, 409 if it is on the shelf and was never sold
     */
    public String supplierEsimId(String iccid) {
        return holdings.newestAllocationOfCard(iccid)
                .orElseThrow(() -> Problem.notFound("no-such-card", "Stock has no card with this ICCID."))
                .map(id -> Long.toString(id))
                .orElseThrow(() ->
                        Problem.conflict("card-not-allocated", "No order was ever given a card with this ICCID."));
    }

    /**
     * Moves a card on, in the caller's transaction.
     *
     * @param reason why it came back, if it did
     * @return false if this step was done before: nothing changed
     * @throws Problem 409 if the card is in a state that does not allow it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean move(String supplierEsimId, CardStep step, Optional<String> reason, String operator) {
        HeldItem card = TakingBack.allocation(supplierEsimId)
                .flatMap(holdings::lock)
                .filter(HeldItem::card)
                .orElseThrow(() -> Problem.notFound("no-such-card", "Stock has no such card."));
        if (step.doneTo(card)) {
            return false;
        }
        if (!step.possibleWith(card)) {
            throw Problem.conflict(
                    "wrong-card-state",
                    "The card is " + (card.live() ? card.state() : "no longer this order's") + "; only one that is "
                            + String.join(" or ", step.from()) + " can be booked as " + step + ".");
        }
        if (step.comesBack()) {
            holdings.end(card, step.name());
        }
        holdings.move(card, step.becomes(), reason, step.from(), clock.instant(), operator);
        return true;
    }
}
