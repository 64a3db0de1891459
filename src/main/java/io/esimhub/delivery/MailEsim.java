package io.esimhub.delivery;

import io.esimhub.model.ActivationCode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One eSIM of a delivery. {@link #toString} shows neither the code nor the ICCID.
 *
 * @param countries ISO 3166-1 alpha-2
 * @param dataMb megabytes; absent: the mail does not speak of the amount
 * @param validityDays days from the plan's activation
 * @param iccid digits as text
 * @param apn the access point name, where the traveller has to type one
 */
public record MailEsim(
        String productName,
        List<String> countries,
        Optional<Integer> dataMb,
        Optional<Integer> validityDays,
        Optional<String> iccid,
        ActivationCode activationCode,
        Optional<String> apn) {

    public MailEsim {
        Objects.requireNonNull(productName, "productName");
        countries = List.copyOf(countries);
        Objects.requireNonNull(dataMb, "dataMb");
        Objects.requireNonNull(validityDays, "validityDays");
        Objects.requireNonNull(iccid, "iccid");
        Objects.requireNonNull(activationCode, "activationCode");
        Objects.requireNonNull(apn, "apn");
    }

    @Override
    public String toString() {
        return "MailEsim[" + productName + "]";
    }
}
