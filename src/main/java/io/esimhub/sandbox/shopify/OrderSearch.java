package io.esimhub.sandbox.shopify;

import io.esimhub.sandbox.storefront.MarketOrder;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shopify's search syntax, as far as times go. Terms of other fields are passed over, as Shopify does with those it does not know. */
final class OrderSearch {

    private static final Pattern TERM =
            Pattern.compile("\\b(updated_at|created_at|processed_at):(>=|<=|>|<)(?:'([^']*)'|\"([^\"]*)\"|(\\S+))");

    private OrderSearch() {}

    /**
     * @param query null: all
     * @throws IllegalArgumentException if a time is none
     */
    static Predicate<MarketOrder> of(String query) {
        Predicate<MarketOrder> wanted = order -> true;
        Matcher term = TERM.matcher(query == null ? "" : query);
        while (term.find()) {
            Function<MarketOrder, Instant> field =
                    term.group(1).equals("updated_at") ? MarketOrder::updatedAt : MarketOrder::createdAt;
            String value =
                    term.group(3) != null ? term.group(3) : term.group(4) != null ? term.group(4) : term.group(5);
            wanted = wanted.and(compared(field, term.group(2), time(value)));
        }
        return wanted;
    }

    private static Predicate<MarketOrder> compared(Function<MarketOrder, Instant> field, String sign, Instant bound) {
        return switch (sign) {
            case ">=" -> order -> !field.apply(order).isBefore(bound);
            case "<=" -> order -> !field.apply(order).isAfter(bound);
            case ">" -> order -> field.apply(order).isAfter(bound);
            default -> order -> field.apply(order).isBefore(bound);
        };
    }

    /** With an offset, or a day, which begins at midnight. */
    private static Instant time(String text) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("Invalid time in the query: " + text, e);
        }
    }
}
