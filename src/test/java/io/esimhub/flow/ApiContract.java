package io.esimhub.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The hub's OpenAPI document as a promise that real bodies are held against. It is stricter than the document: a member that no schema
 * names is an error, so that nothing is left undescribed.
 */
final class ApiContract {

    private static final String IN_DOCUMENT = "#/components/schemas/";
    private static final String IN_SCHEMA = "#/$defs/";

    private final JsonNode document;
    private final JsonNode schemas;
    private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private final SchemaValidatorsConfig config =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    private final Map<String, JsonSchema> compiled = new ConcurrentHashMap<>();

    ApiContract(JsonNode document) {
        this.document = document;
        this.schemas = jsonSchemas(document.at("/components/schemas"));
    }

    /** What is wrong with the answer by the document; empty if nothing is. */
    Set<String> objections(String method, String path, int status, String contentType, JsonNode body) {
        if (contentType.startsWith("application/problem+json")) {
            return objections("ProblemDocument", body);
        }
        if (!contentType.startsWith("application/json")) {
            return Set.of();
        }
        String ref = operation(method, path)
                .map(operation -> operation.path("responses").path(Integer.toString(status)))
                .map(answer ->
                        answer.at("/content/application~1json/schema/$ref").asText())
                .orElse("");
        return ref.isEmpty()
                ? Set.of("no schema for " + status + " of " + method + " " + path)
                : objections(ref.substring(IN_DOCUMENT.length()), body);
    }

    /** @param schema its name in the document */
    Set<String> objections(String schema, JsonNode body) {
        return compiled.computeIfAbsent(schema, this::compile).validate(body).stream()
                .map(ValidationMessage::getMessage)
                .collect(java.util.stream.Collectors.toSet());
    }

    private JsonSchema compile(String name) {
        ObjectNode root = Calls.JSON.createObjectNode().put("$ref", IN_SCHEMA + name);
        root.set("$defs", schemas);
        return factory.getSchema(root, config);
    }

    /** Paths with fewer names in braces first: {@code /syncs} is not {@code /{id}}. */
    private Optional<JsonNode> operation(String method, String path) {
        return document.path("paths").properties().stream()
                .filter(entry -> path.matches(entry.getKey().replaceAll("\\{[^}]+}", "[^/]+")))
                .filter(entry -> entry.getValue().has(method.toLowerCase()))
                .min(Comparator.comparingLong(
                        entry -> entry.getKey().chars().filter(c -> c == '{').count()))
                .map(entry -> entry.getValue().path(method.toLowerCase()));
    }

    /** OpenAPI 3.0 says {@code nullable} where JSON Schema has another type. */
    private static JsonNode jsonSchemas(JsonNode documented) {
        JsonNode copy = read(documented.toString().replace(IN_DOCUMENT, IN_SCHEMA));
        everyObject(copy).forEach(schema -> {
            if (schema.path("nullable").asBoolean()) {
                ArrayNode types = schema.arrayNode().add(schema.path("type")).add("null");
                schema.set("type", types);
                schema.remove("nullable");
            }
            if (schema.has("properties") && !schema.has("additionalProperties")) {
                schema.put("additionalProperties", false);
            }
        });
        return copy;
    }

    private static Stream<ObjectNode> everyObject(JsonNode node) {
        Stream<ObjectNode> below = StreamSupport.stream(node.spliterator(), false).toList().stream()
                .flatMap(ApiContract::everyObject);
        return node instanceof ObjectNode object ? Stream.concat(Stream.of(object), below) : below;
    }

    private static JsonNode read(String json) {
        try {
            return Calls.JSON.readTree(json);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
