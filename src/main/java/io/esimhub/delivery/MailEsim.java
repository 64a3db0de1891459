package io.esimhub.delivery;

import io.esimhub.model.ActivationCode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One eSIM or SIM card of a delivery. {@link #toString} shows neither the code nor the ICCID.
 *
 * @param countries ISO 3166-1 alpha-2
 * @param dataMb megabytes; absent: the mail does not speak of the amount
 * @param validityDays days from the plan's activation
 * @param iccid digits as text
 * @param apn the access point name, where the traveller has to type one
 * @param handover how it comes to the traveller
 */
public record MailEsim(
        String productName,
        List<String> countries,
        Optional<Integer> dataMb,
        Optional<Integer> validityDays,
        Optional<String> iccid,
        Optional<String> apn,
        Handover handover) {

    /** How an eSIM or a card comes to the traveller. */
    public sealed interface Handover permits Download, Post {}

    /**
     * An eSIM is fetched by the phone.
     *
     * @param confirmationCode what the phone will ask for, where we know it
     */
    public record Download(ActivationCode activationCode, Optional<String> confirmationCode) implements Handover {

        public Download {
            Objects.requireNonNull(activationCode, "activationCode");
            Objects.requireNonNull(confirmationCode, "confirmationCode");
        }

        @Override
        public String toString() {
            return "Download[masked]";
        }
    }

    /**
     * A card is on its way by post.
     *
     * @param trackingUrl where the carrier tells how far it is; https
     * @param pin of the card, for its owner
     * @param puk of the card, for its owner
     */
    public record Post(
            String carrier,
            String trackingNumber,
            Optional<String> trackingUrl,
            Optional<String> pin,
            Optional<String> puk)
            implements Handover {

        public Post {
            Objects.requireNonNull(carrier, "carrier");
            Objects.requireNonNull(trackingNumber, "trackingNumber");
            Objects.requireNonNull(trackingUrl, "trackingUrl");
            Objects.requireNonNull(pin, "pin");
            Objects.requireNonNull(puk, "puk");
        }

        @Override
        public String toString() {
            return "Post[" + carrier + "]";
        }
    }

    public MailEsim {
        Objects.requireNonNull(productName, "productName");
        countries = List.copyOf(countries);
        Objects.requireNonNull(dataMb, "dataMb");
        Objects.requireNonNull(validityDays, "validityDays");
        Objects.requireNonNull(iccid, "iccid");
        Objects.requireNonNull(apn, "apn");
        Objects.requireNonNull(handover, "handover");
    }

    boolean isCard() {
        return handover instanceof Post;
    }

    @Override
    public String toString() {
        return "MailEsim[" + productName + "]";
    }
}
