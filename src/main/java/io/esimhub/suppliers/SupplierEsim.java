package io.esimhub.suppliers;

import io.esimhub.model.ActivationCode;
import io.esimhub.model.SimSecrets;
import java.util.Optional;

/**
 * An eSIM, or a SIM card, as its supplier hands it over.
 *
 * @param supplierEsimId the supplier's own identity of it; an ICCID may be used again, this one is not
 * @param iccid digits as text; some suppliers give it later
 * @param activationCode what a phone needs; empty for a card, which goes by post
 * @param apn the access point name, where the traveller has to type one
 * @param secrets confirmation code of an eSIM, PIN and PUK of a card
 */
public record SupplierEsim(
        String supplierEsimId,
        Optional<String> iccid,
        Optional<ActivationCode> activationCode,
        Optional<String> apn,
        SimSecrets secrets) {

    public static SupplierEsim esim(String id, Optional<String> iccid, ActivationCode code, Optional<String> apn) {
        return new SupplierEsim(id, iccid, Optional.of(code), apn, SimSecrets.none());
    }

    /** A card that has to be posted before anything can be mailed about it. */
    public static SupplierEsim card(String id, String iccid, Optional<String> apn, SimSecrets secrets) {
        return new SupplierEsim(id, Optional.of(iccid), Optional.empty(), apn, secrets);
    }

    public boolean isCard() {
        return activationCode.isEmpty();
    }
}
