package io.esimhub.sandbox.esimgo;

import io.esimhub.sandbox.ledger.PurchasedEsim;
import io.esimhub.sandbox.shop.Digits;
import io.esimhub.sandbox.shop.Numbers;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** References are UUIDs; an eSIM is known by its ICCID. */
@Component
class EsimGoNumbers implements Numbers {

    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789";

    @Override
    public String reference() {
        return UUID.randomUUID().toString();
    }

    @Override
    public PurchasedEsim esim() {
        String iccid = Digits.iccid();
        return new PurchasedEsim(iccid, iccid, part(2) + '-' + part(6) + '-' + part(7));
    }

    private static String part(int length) {
        return Digits.random(length, ALPHABET);
    }
}
