package io.esimhub.sandbox.shop;

import io.esimhub.sandbox.ledger.PurchasedEsim;

/** How a supplier numbers what it sells. Numbers are random, so that several processes never give out the same. */
public interface Numbers {

    /** Of a new order. */
    String reference();

    /** A new profile. */
    PurchasedEsim esim();
}
