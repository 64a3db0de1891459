package io.esimhub.fulfillment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.esimhub.model.ActivationCode;
import io.esimhub.model.SimSecrets;
import java.util.Optional;

/**
 * An eSIM's secrets, for the one answer that shows them. What there is none of is left out.
 *
 * @param activationCode the text of the QR code, {@code LPA:1$…}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RevealedEsim(
        long esim,
        String kind,
        String iccid,
        String activationCode,
        String smdpAddress,
        String matchingId,
        String confirmationCode,
        String pin,
        String puk) {

    static RevealedEsim of(long esim, String kind, String iccid, Optional<ActivationCode> code, SimSecrets secrets) {
        return new RevealedEsim(
                esim,
                kind,
                iccid,
                code.map(ActivationCode::lpa).orElse(null),
                code.map(ActivationCode::smdpAddress).orElse(null),
                code.map(ActivationCode::matchingId).orElse(null),
                secrets.confirmationCode().orElse(null),
                secrets.pin().orElse(null),
                secrets.puk().orElse(null));
    }

    @Override
    public String toString() {
        return "RevealedEsim[" + esim + ", masked]";
    }
}
