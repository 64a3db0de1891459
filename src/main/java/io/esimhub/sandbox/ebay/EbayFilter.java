package io.esimhub.sandbox.ebay;

import io.esimhub.sandbox.storefront.MarketOrder;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code filter} of getOrders: times, both ends included, each of which may be open. */
final class EbayFilter {

    private static final Pattern CREATED = range("creationdate");
    private static final Pattern MODIFIED = range("lastmodifieddate");
    private static final Duration USUAL = Duration.ofDays(90);

    private EbayFilter() {}

    /**
     * eBay takes no notice of the last change if the creation is asked for too.
     *
     * @return without either: what was created in the last 90 days
     * @throws IllegalArgumentException if a time is none
     */
    static Predicate<MarketOrder> of(String filter, Instant now) {
        Matcher created = CREATED.matcher(filter);
        if (created.find()) {
            return between(created, MarketOrder::createdAt);
        }
        Matcher modified = MODIFIED.matcher(filter);
        if (modified.find()) {
            return between(modified, MarketOrder::updatedAt);
        }
        return order -> !order.createdAt().isBefore(now.minus(USUAL));
    }

    private static Predicate<MarketOrder> between(Matcher range, Function<MarketOrder, Instant> field) {
        Instant from = time(range.group(1), Instant.MIN);
        Instant to = time(range.group(2), Instant.MAX);
        return order ->
                !field.apply(order).isBefore(from) && !field.apply(order).isAfter(to);
    }

    private static Instant time(String text, Instant open) {
        try {
            return text.isBlank() ? open : OffsetDateTime.parse(text.strip()).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Pattern range(String field) {
        return Pattern.compile("\\b" + field + ":\\[([^\\]]*?)\\.\\.([^\\]]*)]");
    }
}
