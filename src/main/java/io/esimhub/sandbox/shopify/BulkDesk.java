package io.esimhub.sandbox.shopify;

import graphql.schema.DataFetchingEnvironment;
import io.esimhub.sandbox.SandboxClock;
import io.esimhub.sandbox.SandboxJson;
import io.esimhub.sandbox.storefront.MarketBooks;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Bulk operations: a query that is asked for now, and whose result is a file a second later. */
@Component
class BulkDesk {

    private static final int MOST_AT_ONCE = 5;

    private final MarketBooks books;
    private final SandboxJson json;
    private final SandboxClock clock;
    private final Map<String, BulkJob> jobs = new ConcurrentHashMap<>();

    BulkDesk(MarketBooks books, SandboxJson json, SandboxClock clock) {
        this.books = books;
        this.json = json;
        this.clock = clock;
    }

    synchronized Object run(DataFetchingEnvironment call) {
        String query = call.getArgument("query");
        Optional<String> objection = BulkQuery.objection(call.getGraphQLSchema(), query);
        if (objection.isPresent()) {
            return refused(List.of("query"), objection.get(), "INVALID");
        }
        Instant now = clock.instant();
        if (jobs.values().stream().filter(job -> !job.over(now)).count() >= MOST_AT_ONCE) {
            return refused(null, "Bulk operations limit reached. Please try again later.", "LIMIT_REACHED");
        }
        String id = AdminNodes.gid("BulkOperation", Long.toString(books.nextNumber()));
        BulkJob job = new BulkJob(id, query, call.getArgument("groupObjects"), now, call.getGraphQLSchema());
        jobs.put(id, job);
        return Map.of("bulkOperation", shown(job, call), "userErrors", List.of());
    }

    /** Null if there is no such operation. */
    Object find(DataFetchingEnvironment call) {
        BulkJob job = jobs.get((String) call.getArgument("id"));
        return job == null ? null : shown(job, call);
    }

    Optional<byte[]> file(String name) {
        return jobs.values().stream()
                .filter(job -> job.file().equals(name))
                .map(BulkJob::content)
                .filter(java.util.Objects::nonNull)
                .findFirst();
    }

    private Map<String, Object> shown(BulkJob job, DataFetchingEnvironment call) {
        return job.shown(AdminCall.of(call).base(), json, clock.instant());
    }

    private static Map<String, Object> refused(List<String> field, String message, String code) {
        Map<String, Object> error = new HashMap<>(Map.of("message", message, "code", code));
        error.put("field", field);
        Map<String, Object> payload = new HashMap<>();
        payload.put("bulkOperation", null);
        payload.put("userErrors", List.of(error));
        return payload;
    }
}
