package io.esimhub.fulfillment;

/** An order of some owner. */
public record OrderRef(String ownerKind, long orderId) {}
