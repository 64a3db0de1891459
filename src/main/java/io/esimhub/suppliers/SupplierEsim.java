package io.esimhub.suppliers;

import io.esimhub.model.ActivationCode;
import java.util.Optional;

/**
 * An eSIM as its supplier hands it over.
 *
 * @param supplierEsimId the supplier's own identity of it; an ICCID may be used again, this one is not
 * @param iccid digits as text; some suppliers give it later
 * @param apn the access point name, where the traveller has to type one
 */
public record SupplierEsim(
        String supplierEsimId, Optional<String> iccid, ActivationCode activationCode, Optional<String> apn) {}
