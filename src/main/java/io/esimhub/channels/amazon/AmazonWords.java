package io.esimhub.channels.amazon;

import io.esimhub.channels.UnreadableEvent;
import io.esimhub.orders.Payment;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;

/** Amazon's words, which its two APIs spell differently. */
final class AmazonWords {

    private AmazonWords() {}

    /** {@code PARTIALLY_SHIPPED} and {@code PartiallyShipped} alike: letters only, upper case. */
    static String status(String word) {
        return word.replaceAll("[^A-Za-z]", "").toUpperCase(Locale.ROOT);
    }

    /** Amazon releases an order for shipping when it is paid. A word that is new to us is not taken for money received. */
    static Payment payment(String status) {
        return switch (status(status)) {
            case "UNSHIPPED", "PARTIALLYSHIPPED", "SHIPPED" -> Payment.PAID;
            default -> Payment.UNPAID;
        };
    }

    /** Spelled {@code Canceled} in notifications and v0. */
    static boolean cancelled(String status) {
        return status(status).equals("CANCELLED") || status(status).equals("CANCELED");
    }

    static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new UnreadableEvent("a time is not ISO 8601");
        }
    }
}
