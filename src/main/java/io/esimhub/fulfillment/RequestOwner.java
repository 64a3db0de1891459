package io.esimhub.fulfillment;

import io.esimhub.operations.sql.Query;

/** Whoever owes eSIMs to customers: retail orders, wholesale orders. */
public interface RequestOwner {

    /** As it stands in {@code fulfillment.requests}, e.g. {@code retail}. */
    String kind();

    /** Locks the order until the end of the transaction. Whatever changes what is owed takes the same lock. */
    Query<LockedOrder> lock(long orderId);
}
