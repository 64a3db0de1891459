package io.esimhub.channels.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.reconciliation.listing.ListAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** How far back a token sees a shop's orders: 60 days, unless it has {@code read_all_orders}. */
final class ShopifyVisibility {

    /** A long list may take a day to read. */
    private static final Duration VISIBLE = Duration.ofDays(59);

    private static final Duration TO_ASK_AGAIN = Duration.ofHours(1);

    private ShopifyVisibility() {}

    /** Whether a list from this moment on may lack orders. */
    static boolean isDoubtful(Instant from, Instant now) {
        return from.isBefore(now.minus(VISIBLE));
    }

    /** @param scopes of the token @return empty if it sees all orders */
    static Optional<ListAnswer> hidden(JsonNode scopes, Instant now) {
        boolean all = StreamSupport.stream(scopes.spliterator(), false)
                .anyMatch(scope -> scope.path("handle").asText().equals("read_all_orders"));
        return all
                ? Optional.empty()
                : Optional.of(new ListAnswer.NotVisible(
                        "NO_READ_ALL_ORDERS",
                        "the window begins more than 60 days ago, and this app may not see older orders: ask Shopify for read_all_orders, or for"
                                + " a later window",
                        now.minus(VISIBLE).plus(TO_ASK_AGAIN)));
    }
}
