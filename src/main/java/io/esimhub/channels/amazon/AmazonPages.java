package io.esimhub.channels.amazon;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One search for orders, page by page. Amazon wants all other parameters to stay as they were while a page's token is used. */
final class AmazonPages {

    private static final int MOST_PAGES = 200;

    private final boolean v0;
    private final Instant after;
    private final Instant before;
    private final List<String> marketplaces;
    private String token;
    private int pages;
    private boolean more = true;
    private Instant newest;

    /** @param before at least two minutes ago, as Amazon demands */
    AmazonPages(boolean v0, Instant after, Instant before, List<String> marketplaces) {
        this.v0 = v0;
        this.after = after;
        this.before = before;
        this.marketplaces = marketplaces;
    }

    /** For the route's loop. */
    public boolean isMore() {
        return more;
    }

    AmazonCall next() {
        return v0
                ? AmazonCall.get(
                        AmazonOperation.V0_GET_ORDERS,
                        "/orders/v0/orders?"
                                + query("LastUpdatedAfter", "LastUpdatedBefore", "MarketplaceIds", "MaxResultsPerPage")
                                + token("NextToken"))
                : AmazonCall.get(
                        AmazonOperation.SEARCH_ORDERS,
                        "/orders/2026-01-01/orders?"
                                + query("lastUpdatedAfter", "lastUpdatedBefore", "marketplaceIds", "maxResultsPerPage")
                                + "&includedData=FULFILLMENT" + token("paginationToken"));
    }

    /**
     * @return the orders of this page
     * @throws IllegalStateException if it is no page, or one too many: what was not read must not count as read
     */
    List<JsonNode> read(JsonNode page) {
        JsonNode orders = v0 ? page.path("payload").path("Orders") : page.path("orders");
        token = v0
                ? page.path("payload").path("NextToken").asText(null)
                : page.path("pagination").path("nextToken").asText(null);
        pages++;
        more = token != null && !token.isBlank();
        if (!orders.isArray() || more && pages >= MOST_PAGES) {
            throw new IllegalStateException("an answer without orders, or more than " + MOST_PAGES + " pages");
        }
        List<JsonNode> read = new ArrayList<>();
        orders.forEach(read::add);
        return read;
    }

    String idOf(JsonNode order) {
        return order.path(v0 ? "AmazonOrderId" : "orderId").asText("");
    }

    String changedOf(JsonNode order) {
        return order.path(v0 ? "LastUpdateDate" : "lastUpdatedTime").asText("");
    }

    /** A time that is none is its order's trouble, which is a dead letter then; the others are not kept waiting for it. */
    void saw(String changed) {
        try {
            saw(OffsetDateTime.parse(changed).toInstant());
        } catch (DateTimeParseException notATime) {
            // the position stays where the others put it
        }
    }

    private void saw(Instant changed) {
        if (newest == null || changed.isAfter(newest)) {
            newest = changed;
        }
    }

    Optional<Instant> newest() {
        return Optional.ofNullable(newest);
    }

    private String query(String from, String to, String places, String most) {
        String query = from + "=" + AmazonAccess.encoded(after.toString()) + "&" + to + "="
                + AmazonAccess.encoded(before.toString()) + "&" + most + "=100";
        return marketplaces.isEmpty()
                ? query
                : query + "&" + places + "="
                        + marketplaces.stream().map(AmazonAccess::encoded).collect(Collectors.joining(","));
    }

    private String token(String name) {
        return token == null ? "" : "&" + name + "=" + AmazonAccess.encoded(token);
    }
}
