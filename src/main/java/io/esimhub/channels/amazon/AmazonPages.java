package io.esimhub.channels.amazon;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One search for orders, page by page. Amazon wants all other parameters to stay as they were while a page's token is used. */
final class AmazonPages {

    /** Amazon's lists settle two minutes after a change, and it refuses a search up to now. */
    static final Duration SETTLED = Duration.ofSeconds(130);

    private static final int MOST_PAGES = 200;

    private final boolean v0;
    private final boolean placed;
    private final Instant after;
    private final Instant before;
    private final List<String> marketplaces;
    private String token;
    private int pages;
    private boolean more = true;
    private Instant newest;

    /** @param before at least two minutes ago, as Amazon demands */
    AmazonPages(boolean v0, Instant after, Instant before, List<String> marketplaces) {
        this(v0, false, after, before, marketplaces, null);
    }

    /**
     * @param placed the window is of when orders were placed, not of when they changed
     * @param token of the page to go on with; null: the first one
     */
    AmazonPages(boolean v0, boolean placed, Instant after, Instant before, List<String> marketplaces, String token) {
        this.v0 = v0;
        this.placed = placed;
        this.token = token;
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
                                + query(placed ? "Created" : "LastUpdated", "MarketplaceIds", "MaxResultsPerPage")
                                + token("NextToken"))
                : AmazonCall.get(
                        AmazonOperation.SEARCH_ORDERS,
                        "/orders/2026-01-01/orders?"
                                + query(placed ? "created" : "lastUpdated", "marketplaceIds", "maxResultsPerPage")
                                + "&includedData=FULFILLMENT,CANCELLATION" + token("paginationToken"));
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

    /** Of the next page; empty after the last one. */
    Optional<String> token() {
        return more ? Optional.of(token) : Optional.empty();
    }

    private String query(String time, String places, String most) {
        String query = time + "After=" + AmazonAccess.encoded(after.toString()) + "&" + time + "Before="
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
