package io.esimhub.orders;

/** What a channel tells of one order. */
public sealed interface OrderNews permits OrderSnapshot, OrderRefund {

    OrderIdentity identity();
}
