package io.esimhub.channels.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.reconciliation.listing.ListQuestion;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A shop's list as small pages: what is asked for, and where the next one begins. */
record ShopifyPages(ListQuestion question) {

    /** What a position begins with that is no page but a file. */
    static final String BULK = "bulk:";

    /** The position of the first page after a file that was of no use. */
    static final String FIRST = "first-page";

    Map<String, Object> variables() {
        Map<String, Object> variables = new HashMap<>();
        variables.put("query", filter());
        variables.put("sortKey", sortKey());
        variables.put("after", cursor().orElse(null));
        return variables;
    }

    /** In whole seconds, as Shopify counts: of a time with fractions it is not said what it makes of them. */
    String filter() {
        String time = question.by() == ListQuestion.By.CHANGED ? "updated_at" : "processed_at";
        return time + ":>='" + question.from().truncatedTo(ChronoUnit.SECONDS) + "' AND " + time + ":<='"
                + question.to().truncatedTo(ChronoUnit.SECONDS) + "'";
    }

    String sortKey() {
        return question.by() == ListQuestion.By.CHANGED ? "UPDATED_AT" : "PROCESSED_AT";
    }

    /**
     * @param orders of the page
     * @return where the next page begins; empty: this was the last one
     * @throws AdminRefused if it is no page, or does not lead on
     */
    Optional<String> next(JsonNode orders) {
        JsonNode page = orders.path("pageInfo");
        if (!orders.path("nodes").isArray() || !page.path("hasNextPage").isBoolean()) {
            throw AdminRefused.of("a page of orders without orders");
        }
        Optional<String> next = Optional.of(page.path("endCursor").asText(""))
                .filter(cursor -> page.path("hasNextPage").asBoolean());
        if (next.isPresent() && (next.get().isBlank() || next.equals(cursor()))) {
            throw AdminRefused.of("a page of orders that does not say where the next one begins");
        }
        return next;
    }

    /** A file that was too long, or not whole, has none: its pages begin with the first. */
    private Optional<String> cursor() {
        return question.after().filter(after -> !after.startsWith(BULK) && !after.equals(FIRST));
    }
}
