package io.esimhub.channels.shopify;

import io.esimhub.channels.UnreadableEvent;
import io.esimhub.model.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Shopify's ids, times and amounts, as they stand in JSON. */
final class ShopifyText {

    private ShopifyText() {}

    /** Without blanks around it; empty if there is nothing. */
    static Optional<String> text(String value) {
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }

    static String need(String value, String field) {
        return text(value).orElseThrow(() -> new UnreadableEvent(field + " is missing"));
    }

    /** An id, kept as text: it may pass 2^53. */
    static String number(String value, String field) {
        String id = need(value, field);
        if (!id.matches("[0-9]{1,30}")) {
            throw new UnreadableEvent(field + " is not a number");
        }
        return id;
    }

    /** ISO 8601 with an offset: the shop's in webhooks, Z in GraphQL. */
    static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text.strip()).toInstant();
        } catch (DateTimeException e) {
            throw new UnreadableEvent("a time is not ISO 8601 with an offset");
        }
    }

    static Optional<Money> money(String amount, String currency) {
        if (amount == null || currency == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Money(new BigDecimal(amount), currency));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new UnreadableEvent("an amount is not money");
        }
    }
}
