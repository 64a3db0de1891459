package io.esimhub.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One mail to one traveller. The same value always gives a mail with the same Message-ID, so that a mail client can tell
 * a repeated one. {@link #toString} shows neither codes nor the customer.
 *
 * @param messageId without angle brackets: {@code local@domain} of letters, digits and {@code . _ + = ~ -}
 * @param recipient the address as the shop gave it; it may be no address at all
 * @param customerName as the shop gave it; used for the greeting
 * @param orderName the order's name in the shop, e.g. {@code #1001}
 * @param shopName whom the traveller bought from
 * @param date goes into the Date header
 * @param esims at least one
 */
public record DeliveryMail(
        String messageId,
        String recipient,
        Optional<String> customerName,
        String orderName,
        String shopName,
        Instant date,
        List<MailEsim> esims) {

    private static final Pattern MESSAGE_ID = Pattern.compile("[A-Za-z0-9._+=~-]{1,120}@[A-Za-z0-9.-]{1,120}");

    /** @throws IllegalArgumentException if the message id has another form, or there is no eSIM to send */
    public DeliveryMail {
        if (!MESSAGE_ID.matcher(messageId).matches()) {
            throw new IllegalArgumentException("a message id is local@domain without angle brackets: " + messageId);
        }
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(customerName, "customerName");
        Objects.requireNonNull(orderName, "orderName");
        Objects.requireNonNull(shopName, "shopName");
        Objects.requireNonNull(date, "date");
        esims = List.copyOf(esims);
        if (esims.isEmpty()) {
            throw new IllegalArgumentException("a delivery has at least one eSIM: " + messageId);
        }
    }

    @Override
    public String toString() {
        return "DeliveryMail[" + messageId + ", order " + orderName + ", " + esims.size() + " eSIMs]";
    }
}
