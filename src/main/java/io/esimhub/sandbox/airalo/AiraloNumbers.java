package io.esimhub.sandbox.airalo;

import io.esimhub.sandbox.ledger.PurchasedEsim;
import io.esimhub.sandbox.shop.Digits;
import io.esimhub.sandbox.shop.Numbers;
import org.springframework.stereotype.Component;

/** Orders and SIMs have plain numbers. */
@Component
class AiraloNumbers implements Numbers {

    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789";

    @Override
    public String reference() {
        return '1' + Digits.random(11);
    }

    @Override
    public PurchasedEsim esim() {
        return new PurchasedEsim('2' + Digits.random(11), Digits.iccid(), Digits.random(20, ALPHABET));
    }
}
