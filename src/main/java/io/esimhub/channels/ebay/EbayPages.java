package io.esimhub.channels.ebay;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** One reading of eBay's list of orders, page by page. The set moves while it is read, so each reading overlaps the last one. */
final class EbayPages {

    private static final int LIMIT = 200;
    private static final int MOST_PAGES = 500;

    private final String filter;
    private int offset;
    private int total = -1;
    private boolean more = true;
    private Instant newest;

    EbayPages(Instant from) {
        this("lastmodifieddate:[" + from + "..]", 0);
    }

    private EbayPages(String filter, int offset) {
        this.filter = filter;
        this.offset = offset;
    }

    /** @param placed the window is of when orders were placed, not of when they changed */
    static EbayPages between(boolean placed, Instant from, Instant to, int offset) {
        return new EbayPages((placed ? "creationdate:[" : "lastmodifieddate:[") + from + ".." + to + "]", offset);
    }

    /** For the route's loop. */
    public boolean isMore() {
        return more;
    }

    /** Only lastmodifieddate: with creationdate beside it, eBay takes no notice of the other. */
    EbayCall next() {
        return EbayCall.get("/order?filter=" + EbayAccess.encoded(filter) + "&limit=" + LIMIT + "&offset=" + offset);
    }

    /**
     * @param page one answer; the list ends with a page that is not full and names no next one
     * @throws IllegalStateException if it is no page, one too many, or ends before all that eBay counts were shown: what was not read must not
     *     count as read
     */
    void read(JsonNode page) {
        if (!page.path("orders").isArray() && page.path("total").asInt(-1) != 0) {
            throw new IllegalStateException("an answer without orders");
        }
        int count = page.path("orders").size();
        total = page.path("total").asInt(-1);
        more = count >= LIMIT || count > 0 && page.path("next").isTextual();
        if (!more && offset + count < total) {
            throw new IllegalStateException("the list ends after " + (offset + count) + " orders of " + total);
        }
        offset += LIMIT;
        if (more && offset / LIMIT >= MOST_PAGES) {
            throw new IllegalStateException("more than " + MOST_PAGES + " pages");
        }
    }

    /** Of the orders that were read so far. */
    int offset() {
        return offset;
    }

    /** Orders of the window when the last page was read; negative if eBay did not say. */
    int total() {
        return total;
    }

    /** A time that is none is its order's trouble, which is a dead letter then; the others are not kept waiting for it. */
    void saw(String lastModified) {
        try {
            saw(OffsetDateTime.parse(lastModified).toInstant());
        } catch (DateTimeParseException notATime) {
            // the position stays where the others put it
        }
    }

    private void saw(Instant modified) {
        if (newest == null || modified.isAfter(newest)) {
            newest = modified;
        }
    }

    Optional<Instant> newest() {
        return Optional.ofNullable(newest);
    }
}
