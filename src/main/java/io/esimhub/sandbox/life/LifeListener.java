package io.esimhub.sandbox.life;

import io.esimhub.sandbox.ledger.Purchase;
import io.esimhub.sandbox.ledger.PurchasedEsim;

/** A supplier that tells its buyer about such things. */
public interface LifeListener {

    /** The supplier's code. */
    String code();

    void changed(Purchase purchase, PurchasedEsim esim, Life life);
}
