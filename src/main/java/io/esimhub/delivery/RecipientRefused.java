package io.esimhub.delivery;

import jakarta.mail.MessagingException;

/** No mail can reach this recipient. The route turns it into {@link DeliveryOutcome.AddressRefused}. */
final class RecipientRefused extends MessagingException {

    /** @param sentence without the address: it is kept and shown */
    RecipientRefused(String sentence) {
        super(sentence);
    }
}
