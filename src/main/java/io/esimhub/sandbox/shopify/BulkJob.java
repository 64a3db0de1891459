package io.esimhub.sandbox.shopify;

import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.schema.GraphQLSchema;
import io.esimhub.sandbox.SandboxJson;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** One bulk operation. What it reads is read when somebody looks at it after its time, so that no thread has to. */
final class BulkJob {

    private static final Duration START = Duration.ofMillis(200);
    private static final Duration LENGTH = Duration.ofSeconds(1);

    private final String id;
    private final String query;
    private final boolean grouped;
    private final Instant asked;
    private final GraphQLSchema schema;
    private final String file = UUID.randomUUID() + ".jsonl";
    private byte[] content;
    private int objects;
    private int roots;
    private boolean failed;

    BulkJob(String id, String query, boolean grouped, Instant asked, GraphQLSchema schema) {
        this.id = id;
        this.query = query;
        this.grouped = grouped;
        this.asked = asked;
        this.schema = schema;
    }

    String id() {
        return id;
    }

    String file() {
        return file;
    }

    boolean over(Instant now) {
        return !now.isBefore(asked.plus(LENGTH));
    }

    /** @param base the shop's address */
    synchronized Map<String, Object> shown(String base, SandboxJson json, Instant now) {
        if (over(now)) {
            read(json);
        }
        boolean there = objects > 0;
        Map<String, Object> node = new HashMap<>();
        node.put("id", id);
        node.put("status", status(now));
        node.put("errorCode", failed ? "INTERNAL_SERVER_ERROR" : null);
        node.put("createdAt", second(asked));
        node.put("completedAt", over(now) ? second(asked.plus(LENGTH)) : null);
        node.put("objectCount", objects);
        node.put("rootObjectCount", roots);
        node.put("fileSize", there ? content.length : null);
        node.put("url", there ? base + "/bulk/" + file : null);
        node.put("partialDataUrl", null);
        node.put("query", query);
        node.put("type", "QUERY");
        return node;
    }

    /** Null before it was read. */
    synchronized byte[] content() {
        return content;
    }

    private String status(Instant now) {
        if (over(now)) {
            return failed ? "FAILED" : "COMPLETED";
        }
        return now.isBefore(asked.plus(START)) ? "CREATED" : "RUNNING";
    }

    private void read(SandboxJson json) {
        if (content != null) {
            return;
        }
        ExecutionResult result =
                GraphQL.newGraphQL(schema).build().execute(AdminCall.bulk().input(query, Map.of()));
        failed = !result.getErrors().isEmpty();
        BulkLines lines = new BulkLines(failed ? Map.of() : result.getData(), grouped);
        objects = lines.objects();
        roots = lines.roots();
        content = lines.written(json);
    }

    private static String second(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
