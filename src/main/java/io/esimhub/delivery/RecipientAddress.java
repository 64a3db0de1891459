package io.esimhub.delivery;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** One mailbox that a mail can be addressed to (RFC 5321): no group, no list, no display name in it. */
record RecipientAddress(String address) {

    private static final int MAX_LENGTH = 254;
    private static final Pattern ONE_MAILBOX = Pattern.compile("[!-~&&[^<>(),:;@\\\\\"]]{1,64}@[^\\s@\\[\\]]+");

    /** Empty if it is none. A domain in another script is taken in its ASCII form. */
    static Optional<RecipientAddress> parse(String text) {
        String candidate = text.strip();
        if (!ONE_MAILBOX.matcher(candidate).matches()) {
            return Optional.empty();
        }
        int at = candidate.indexOf('@');
        try {
            String address = candidate.substring(0, at + 1) + IDN.toASCII(candidate.substring(at + 1));
            new InternetAddress(address, true).validate();
            return address.length() <= MAX_LENGTH ? Optional.of(new RecipientAddress(address)) : Optional.empty();
        } catch (AddressException | IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    /** For the To header. The name has to be one line. */
    InternetAddress named(Optional<String> name) throws AddressException, UnsupportedEncodingException {
        InternetAddress named = new InternetAddress(address, true);
        if (name.isPresent()) {
            named.setPersonal(name.get(), StandardCharsets.UTF_8.name());
        }
        return named;
    }
}
