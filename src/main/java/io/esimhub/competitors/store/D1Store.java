package io.esimhub.competitors.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.competitors.MonitorProperties.D1;
import io.esimhub.competitors.http.BoundedHttp;
import io.esimhub.competitors.http.CallFailed;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Cloudflare D1 by <a href="https://developers.cloudflare.com/api/resources/d1/subresources/database/methods/query">its HTTP API</a>:
 * {@code {"batch": [{"sql", "params"}]}} runs as one transaction, and parameters are texts.
 */
final class D1Store implements Store {

    private final D1 settings;
    private final BoundedHttp http;
    private final ObjectMapper json;
    private boolean hasSchema;

    D1Store(D1 settings, ObjectMapper json) {
        this.settings = settings;
        this.json = json;
        this.http = new BoundedHttp(settings.timeout(), settings.maxAnswer(), json);
    }

    @Override
    public List<Map<String, Object>> query(Statement statement) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (JsonNode row : run(List.of(statement)).path(0).path("results")) {
            Map<String, Object> columns = new LinkedHashMap<>();
            row.fields().forEachRemaining(column -> columns.put(column.getKey(), value(column.getValue())));
            rows.add(columns);
        }
        return rows;
    }

    @Override
    public void write(List<Statement> statements) {
        if (!statements.isEmpty()) {
            run(statements);
        }
    }

    @Override
    public long size() {
        return run(List.of(new Statement("select 1", List.of())))
                .path(0)
                .path("meta")
                .path("size_after")
                .asLong();
    }

    private synchronized void schemaFirst() {
        if (!hasSchema) {
            call(Sql.schema());
            hasSchema = true;
        }
    }

    private JsonNode run(List<Statement> statements) {
        schemaFirst();
        return call(statements);
    }

    private JsonNode call(List<Statement> statements) {
        if (settings.account().isBlank()
                || settings.database().isBlank()
                || settings.token().isBlank()) {
            throw new StoreDown("hub.competitors.store.d1 needs account, database and token.");
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(settings.api() + "/accounts/"
                        + settings.account() + "/d1/database/" + settings.database() + "/query"))
                .header("Authorization", "Bearer " + settings.token())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body(statements)));
        JsonNode answer;
        try {
            answer = http.json(request);
        } catch (CallFailed failure) {
            throw new StoreDown("Cloudflare D1 cannot be used: " + failure.getMessage(), failure);
        }
        if (!answer.path("success").asBoolean()) {
            // D1's own words name tables and codes, no values
            throw new StoreDown("Cloudflare D1 refused: error "
                    + answer.path("errors").path(0).path("code").asText("without a code"));
        }
        return answer.path("result");
    }

    private String body(List<Statement> statements) {
        try {
            return json.writeValueAsString(Map.of("batch", statements));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object value(JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        return value.isNumber() ? (Object) value.numberValue() : value.asText();
    }
}
