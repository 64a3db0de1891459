package io.esimhub.channels.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.channels.ListedNodes;
import io.esimhub.reconciliation.listing.ListAnswer;
import io.esimhub.reconciliation.listing.ListQuestion;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One question to a shop's list: a small page, or for a long gap a file that Shopify prepares (a bulk operation), whose id is the position
 * then. What the token may not see is found out first.
 */
final class ShopifyListing {

    private static final Logger LOG = LoggerFactory.getLogger(ShopifyListing.class);

    /** More orders in one file than this process should hold; they come in pages then, which takes longer. */
    private static final int MOST_IN_A_FILE = 20_000;

    /** As many orders without people and money, and something to spare. */
    static final int MOST_FILE_BYTES = 32 << 20;

    /** Shorter windows are not worth a count. */
    private static final Duration SHORT = Duration.ofDays(1);

    private static final Duration PREPARING = Duration.ofSeconds(5);

    private enum Step {
        SCOPES,
        COUNT,
        ASK_FOR_FILE,
        LOOK_FOR_FILE,
        PAGE,
        FILE,
        DONE
    }

    private final ListQuestion question;
    private final ShopifyPages pages;
    private final int bulkOver;
    private final String bulkQuery;
    private final Instant now;
    private Step step;
    private URI file;
    private long objects;
    private ListAnswer answer;

    /** @param bulkOver so many orders are asked for as a file */
    ShopifyListing(ListQuestion question, int bulkOver, String bulkQuery, Instant now) {
        this.question = question;
        this.pages = new ShopifyPages(question);
        this.bulkOver = bulkOver;
        this.bulkQuery = bulkQuery;
        this.now = now;
        this.step = question.after()
                .map(after -> after.startsWith(ShopifyPages.BULK) ? Step.LOOK_FOR_FILE : Step.PAGE)
                .orElseGet(this::first);
    }

    /** For the route's loop. */
    public boolean isMore() {
        return step != Step.DONE && step != Step.FILE;
    }

    /** For the route: there is a file to fetch. */
    public boolean isFileReady() {
        return step == Step.FILE;
    }

    String shop() {
        return question.shop();
    }

    Optional<URI> file() {
        return Optional.ofNullable(file);
    }

    AdminCall next() {
        return switch (step) {
            case SCOPES -> call("access-scopes", Map.of());
            case COUNT -> call("orders-count", Map.of("query", pages.filter(), "limit", MOST_IN_A_FILE + 1));
            case ASK_FOR_FILE ->
                call(
                        "bulk-operation-run-query",
                        Map.of(
                                "query",
                                bulkQuery.replace("WINDOW", pages.filter()).replace("SORT_KEY", pages.sortKey())));
            case LOOK_FOR_FILE ->
                call(
                        "bulk-operation",
                        Map.of("id", question.after().orElseThrow().substring(ShopifyPages.BULK.length())));
            case PAGE -> call("orders", pages.variables());
            default -> throw new IllegalStateException("nothing is asked at " + step);
        };
    }

    void heard(JsonNode data) {
        switch (step) {
            case SCOPES -> scopes(data.path("currentAppInstallation").path("accessScopes"));
            case COUNT -> step = byCount(data.path("ordersCount").path("count").asInt());
            case ASK_FOR_FILE -> asked(data.path("bulkOperationRunQuery"));
            case LOOK_FOR_FILE -> looked(data.path("bulkOperation"));
            case PAGE -> end(listed(data.path("orders").path("nodes"), pages.next(data.path("orders"))));
            default -> throw new IllegalStateException("nothing was asked at " + step);
        }
    }

    /** What holds less than Shopify counted proves nothing, and its pages do the same. */
    void downloaded(BulkFile read) {
        if (read.objects() < objects) {
            LOG.warn(
                    "The file of a bulk operation holds {} objects of {}: pages are read instead",
                    read.objects(),
                    objects);
            end(listed(List.of(), Optional.of(ShopifyPages.FIRST)));
        } else {
            end(listed(read.orders(), Optional.empty()));
        }
    }

    ListAnswer answer() {
        return answer;
    }

    private Step first() {
        return ShopifyVisibility.isDoubtful(question.from(), now) ? Step.SCOPES : byLength();
    }

    private Step byLength() {
        return Duration.between(question.from(), question.to()).compareTo(SHORT) > 0 ? Step.COUNT : Step.PAGE;
    }

    private Step byCount(int orders) {
        return orders > bulkOver && orders <= MOST_IN_A_FILE ? Step.ASK_FOR_FILE : Step.PAGE;
    }

    private void scopes(JsonNode scopes) {
        ShopifyVisibility.hidden(scopes, now).ifPresentOrElse(this::end, () -> step = byLength());
    }

    private void asked(JsonNode payload) {
        String id = payload.path("bulkOperation").path("id").asText("");
        if (id.isEmpty()) {
            // as many as a shop allows are under way, or it objects to the query: pages do the same, only slower
            step = Step.PAGE;
        } else {
            end(new ListAnswer.Later(now.plus(PREPARING), ShopifyPages.BULK + id));
        }
    }

    private void looked(JsonNode operation) {
        String status = operation.path("status").asText("");
        switch (status) {
            case "CREATED", "RUNNING" ->
                end(new ListAnswer.Later(now.plus(PREPARING), question.after().orElseThrow()));
            case "COMPLETED" -> completed(operation);
            default -> throw AdminRefused.of("a bulk operation ended as " + status);
        }
    }

    private void completed(JsonNode operation) {
        objects = operation.path("objectCount").asLong(0);
        if (operation.path("fileSize").asLong(0) > MOST_FILE_BYTES) {
            step = Step.PAGE;
        } else if (operation.path("url").isTextual()) {
            file = URI.create(operation.path("url").asText());
            step = Step.FILE;
        } else {
            downloaded(new BulkFile(List.of(), 0));
        }
    }

    private ListAnswer.Page listed(Iterable<JsonNode> nodes, Optional<String> next) {
        return new ListedNodes(ShopifyListing::id, node -> Optional.of(ListedShopifyOrder.read(question.shop(), node)))
                .page(nodes, next);
    }

    private static String id(JsonNode node) {
        String gid = node.path("id").asText();
        String start = new ShopifyGid("Order", "").text();
        return gid.startsWith(start) ? gid.substring(start.length()) : gid;
    }

    private AdminCall call(String document, Map<String, ?> variables) {
        return new AdminCall(question.shop(), document, variables);
    }

    private void end(ListAnswer with) {
        answer = with;
        step = Step.DONE;
    }
}
