package io.esimhub.orders;

import io.esimhub.fulfillment.LockedOrder;
import io.esimhub.fulfillment.Unit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A retail order under its lock; what becomes of it is written by {@link RetailOrders}. */
record LockedRetailOrder(
        long id,
        OrderIdentity order,
        OrderFacts facts,
        Instant placedAt,
        Optional<String> recipient,
        Optional<String> customerName,
        String displayName,
        boolean hasPostalAddress,
        String storedState,
        Optional<String> storedReason,
        Optional<String> storedWorkKey,
        RetailOrders books)
        implements LockedOrder {

    @Override
    public String identity() {
        return order.text();
    }

    @Override
    public boolean mayBuy() {
        return facts.mayBuy();
    }

    @Override
    public boolean mayHaveBeenBought() {
        return facts.released().mayBuy();
    }

    @Override
    public boolean mayMail() {
        return facts.held().isEmpty();
    }

    @Override
    public String shopName() {
        return order.shop();
    }

    @Override
    public void mailed(long delivery) {
        books.mailed(this, delivery);
    }

    @Override
    public void progressed(List<Unit> units, boolean casesChanged, Optional<String> workKey) {
        books.progressed(this, units, casesChanged, workKey);
    }

    /** A case is always shown as one of these states, so in any other there is none to look for. */
    boolean mayHaveOpenCase() {
        return switch (OrderState.valueOf(storedState)) {
            case NEEDS_ATTENTION, IGNORED, CANCELLED, REFUNDED -> true;
            default -> false;
        };
    }
}
