package io.esimhub.channels.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.channels.ListedNodes;
import io.esimhub.reconciliation.listing.ListAnswer;
import io.esimhub.reconciliation.listing.ListQuestion;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * One question to a shop's list: a small page, or for a long gap a file that Shopify prepares (a bulk operation), whose id is the position
 * then. What the token may not see is found out first.
 */
final class ShopifyListing {

    private static final String BULK = "bulk:";

    /** Older orders than 60 days are hidden from tokens without {@code read_all_orders}; a long list may take a day to read. */
    private static final Duration VISIBLE = Duration.ofDays(59);

    private static final Duration TO_ASK_AGAIN = Duration.ofHours(1);

    /** More orders in one file than this process should hold; they come in pages then, which takes longer. */
    private static final int MOST_IN_A_FILE = 20_000;

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
    private final int bulkOver;
    private final String bulkQuery;
    private final Instant now;
    private Step step;
    private URI file;
    private ListAnswer answer;

    /** @param bulkOver so many orders are asked for as a file */
    ShopifyListing(ListQuestion question, int bulkOver, String bulkQuery, Instant now) {
        this.question = question;
        this.bulkOver = bulkOver;
        this.bulkQuery = bulkQuery;
        this.now = now;
        this.step = question.after()
                .map(after -> after.startsWith(BULK) ? Step.LOOK_FOR_FILE : Step.PAGE)
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
            case COUNT -> call("orders-count", Map.of("query", filter(), "limit", MOST_IN_A_FILE + 1));
            case ASK_FOR_FILE ->
                call(
                        "bulk-operation-run-query",
                        Map.of("query", bulkQuery.replace("WINDOW", filter()).replace("SORT_KEY", sortKey())));
            case LOOK_FOR_FILE ->
                call(
                        "bulk-operation",
                        Map.of("id", question.after().orElseThrow().substring(BULK.length())));
            case PAGE -> page();
            default -> throw new IllegalStateException("nothing is asked at " + step);
        };
    }

    void heard(JsonNode data) {
        switch (step) {
            case SCOPES -> scopes(data.path("currentAppInstallation").path("accessScopes"));
            case COUNT -> step = byCount(data.path("ordersCount").path("count").asInt());
            case ASK_FOR_FILE -> asked(data.path("bulkOperationRunQuery"));
            case LOOK_FOR_FILE -> looked(data.path("bulkOperation"));
            case PAGE -> read(data.path("orders"));
            default -> throw new IllegalStateException("nothing was asked at " + step);
        }
    }

    void downloaded(List<JsonNode> orders) {
        end(listed(orders, Optional.empty()));
    }

    ListAnswer answer() {
        return answer;
    }

    private Step first() {
        return question.from().isBefore(now.minus(VISIBLE)) ? Step.SCOPES : byLength();
    }

    private Step byLength() {
        return Duration.between(question.from(), question.to()).compareTo(SHORT) > 0 ? Step.COUNT : Step.PAGE;
    }

    private Step byCount(int orders) {
        return orders > bulkOver && orders <= MOST_IN_A_FILE ? Step.ASK_FOR_FILE : Step.PAGE;
    }

    private void scopes(JsonNode scopes) {
        boolean all = StreamSupport.stream(scopes.spliterator(), false)
                .anyMatch(scope -> scope.path("handle").asText().equals("read_all_orders"));
        if (all) {
            step = byLength();
        } else {
            end(new ListAnswer.NotVisible(
                    "NO_READ_ALL_ORDERS",
                    "the window begins more than 60 days ago, and this app may not see older orders: ask Shopify for read_all_orders, or for"
                            + " a later window",
                    now.minus(VISIBLE).plus(TO_ASK_AGAIN)));
        }
    }

    private void asked(JsonNode payload) {
        String id = payload.path("bulkOperation").path("id").asText("");
        if (id.isEmpty()) {
            // as many as a shop allows are under way, or it objects to the query: pages do the same, only slower
            step = Step.PAGE;
        } else {
            end(new ListAnswer.Later(now.plus(PREPARING), BULK + id));
        }
    }

    private void looked(JsonNode operation) {
        String status = operation.path("status").asText("");
        switch (status) {
            case "CREATED", "RUNNING" ->
                end(new ListAnswer.Later(now.plus(PREPARING), question.after().orElseThrow()));
            case "COMPLETED" -> {
                if (operation.path("url").isTextual()) {
                    file = URI.create(operation.path("url").asText());
                    step = Step.FILE;
                } else {
                    downloaded(List.of());
                }
            }
            default -> throw AdminRefused.of("a bulk operation ended as " + status);
        }
    }

    private AdminCall page() {
        Map<String, Object> variables = new HashMap<>();
        variables.put("query", filter());
        variables.put("sortKey", sortKey());
        variables.put("after", question.after().orElse(null));
        return call("orders", variables);
    }

    private void read(JsonNode orders) {
        JsonNode page = orders.path("pageInfo");
        if (!orders.path("nodes").isArray() || !page.path("hasNextPage").isBoolean()) {
            throw AdminRefused.of("a page of orders without orders");
        }
        end(listed(
                orders.path("nodes"),
                page.path("hasNextPage").asBoolean()
                        ? Optional.of(page.path("endCursor").asText())
                        : Optional.empty()));
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

    private String filter() {
        String time = question.by() == ListQuestion.By.CHANGED ? "updated_at" : "processed_at";
        return time + ":>='" + question.from() + "' AND " + time + ":<='" + question.to() + "'";
    }

    private String sortKey() {
        return question.by() == ListQuestion.By.CHANGED ? "UPDATED_AT" : "PROCESSED_AT";
    }

    private AdminCall call(String document, Map<String, ?> variables) {
        return new AdminCall(question.shop(), document, variables);
    }

    private void end(ListAnswer with) {
        answer = with;
        step = Step.DONE;
    }
}
