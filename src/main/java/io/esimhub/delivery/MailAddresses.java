package io.esimhub.delivery;

import java.util.Optional;

/** Whether a mail can be sent to what a person typed. */
public final class MailAddresses {

    private MailAddresses() {}

    /** One mailbox, as it will stand in the mail; empty if it is none. */
    public static Optional<String> parse(String text) {
        return Optional.ofNullable(text).flatMap(RecipientAddress::parse).map(RecipientAddress::address);
    }
}
