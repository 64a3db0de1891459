package io.esimhub.channels.ebay;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/** One reading of eBay's list of orders, page by page. The set moves while it is read, so each reading overlaps the last one. */
final class EbayPages {

    private static final int LIMIT = 200;
    private static final int MOST_PAGES = 500;

    private final Instant from;
    private int offset;
    private boolean more = true;
    private Instant newest;

    EbayPages(Instant from) {
        this.from = from;
    }

    /** For the route's loop. */
    public boolean isMore() {
        return more;
    }

    /** Only lastmodifieddate: with creationdate beside it, eBay takes no notice of the other. */
    EbayCall next() {
        return EbayCall.get("/order?filter=" + EbayAccess.encoded("lastmodifieddate:[" + from + "..]") + "&limit="
                + LIMIT + "&offset=" + offset);
    }

    /** @param page one answer; it ends with a page that is not full */
    void read(JsonNode page) {
        int count = page.path("orders").size();
        offset += LIMIT;
        more = count >= LIMIT && offset / LIMIT < MOST_PAGES;
    }

    void saw(Instant modified) {
        if (newest == null || modified.isAfter(newest)) {
            newest = modified;
        }
    }

    Optional<Instant> newest() {
        return Optional.ofNullable(newest);
    }
}
