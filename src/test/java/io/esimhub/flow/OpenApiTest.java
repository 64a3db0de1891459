package io.esimhub.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.operations.HubSettings;
import io.swagger.v3.core.util.Yaml;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.spi.RestRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.info.BuildProperties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class OpenApiTest extends RunningHub {

    private static final String ADDRESS = "/api/openapi.json";
    private static final String SCHEMAS = "#/components/schemas/";
    private static final Pattern IN_BRACES = Pattern.compile("\\{([^}]+)}");

    @Autowired
    CamelContext camel;

    @Autowired
    BuildProperties build;

    @Autowired
    HubSettings settings;

    private Calls.Answer answer;
    private JsonNode document;

    @BeforeEach
    void read() {
        answer = CALLS.ops("GET", ADDRESS, null);
        document = answer.body();
    }

    @Test
    void nobodyReadsItWithoutTheLogin() {
        Calls.Answer stranger = CALLS.send("GET", ADDRESS, null, Map.of());

        assertThat(stranger.status()).isEqualTo(401);
        assertThat(stranger.body().path("code").asText()).isEqualTo("login-required");
    }

    @Test
    void itSaysWhatItDescribesAndIsNotKept() {
        assertThat(answer.headers().get("content-type")).containsExactly("application/json");
        assertThat(answer.headers().get("cache-control")).containsExactly("no-store");
        assertThat(document.path("openapi").asText()).startsWith("3.");
        assertThat(document.at("/info/title").asText()).isEqualTo("eSIM Hub");
        assertThat(document.at("/info/version").asText()).isEqualTo(build.getVersion());
        assertThat(document.at("/servers/0/url").asText())
                .isEqualTo(settings.publicUrl().toString());
        assertThat(document.at("/components/securitySchemes/ops/scheme").asText())
                .isEqualTo("basic");
        assertThat(document.at("/security/0").has("ops")).isTrue();
    }

    @Test
    void aParserOfOpenApiHasNothingToSayAgainstIt() {
        assertThat(new OpenAPIV3Parser().readContents(document.toString()).getMessages())
                .isEmpty();
    }

    @Test
    void everyEndpointOfTheRestBlocksIsInIt() {
        Set<String> served = camel.getRestRegistry().listAllRestServices().stream()
                .map(service -> service.getMethod().toLowerCase() + " " + pathOf(service))
                .collect(Collectors.toSet());

        assertThat(operations().stream().map(Operation::name)).containsExactlyInAnyOrderElementsOf(served);
        assertThat(served).contains("get /api/v1/ops/orders");
    }

    @Test
    void nothingUnderTheApiIsServedPastTheRestBlocks() {
        assertThat(camel.getRoutes().stream().map(Route::getEndpoint).map(Object::toString))
                .filteredOn(endpoint -> endpoint.contains("platform-http:"))
                .noneMatch(endpoint -> endpoint.contains("/api/"));
    }

    @Test
    void everyOperationSaysWhatItIsForAndHasTheNameOfTheRouteBehindItAndItsDomain() {
        assertThat(operations()).allSatisfy(operation -> {
            assertThat(camel.getRoute(operation.node().path("operationId").asText()))
                    .as(operation.name())
                    .isNotNull();
            assertThat(operation.node().path("summary").asText())
                    .as(operation.name())
                    .isNotBlank();
            assertThat(operation.node().path("tags")).as(operation.name()).hasSize(1);
        });
    }

    @Test
    void everyPartOfAPathIsDeclared() {
        assertThat(operations()).allSatisfy(operation -> assertThat(operation.parameters("path"))
                .as(operation.name())
                .containsExactlyInAnyOrderElementsOf(IN_BRACES
                        .matcher(operation.name())
                        .results()
                        .map(part -> part.group(1))
                        .toList()));
    }

    @Test
    void everyFailureIsAProblemDocument() {
        assertThat(operations()).allSatisfy(operation -> {
            JsonNode answers = operation.node().path("responses");
            for (String status : List.of("401", "4XX", "5XX")) {
                assertThat(answers.at("/" + status + "/$ref").asText())
                        .as(operation.name())
                        .isEqualTo("#/components/responses/Problem");
            }
        });
        assertThat(document.at("/components/responses/Problem/content/application~1problem+json/schema/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/ProblemDocument");
        assertThat(document.at("/components/schemas/ProblemDocument/properties").has("code"))
                .isTrue();
    }

    @Test
    void whatARestBlockSaysOfAFailureStands() {
        JsonNode missing = operation("get /api/v1/ops/orders/{number}").node().at("/responses/404");

        assertThat(missing.path("description").asText()).isEqualTo("There is no such order");
        assertThat(missing.path("content").has("application/problem+json")).isTrue();
    }

    @Test
    void aListNamesItsFiltersAndHowToTurnPages() {
        Operation orders = operation("get /api/v1/ops/orders");
        assertThat(orders.parameters("query")).contains("channel", "state");
        assertThat(orders.node().path("parameters").toString())
                .contains("#/components/parameters/limit", "#/components/parameters/after");
    }

    @Test
    void aWriteSaysWhatItTakesAndThatItIsOnlyAccepted() {
        JsonNode resend = operation("post /api/v1/ops/orders/{number}/resend").node();

        assertThat(resend.path("requestBody").path("content").has("application/json"))
                .isTrue();
        assertThat(resend.at("/requestBody/content/application~1json/example").has("reason"))
                .isTrue();
        assertThat(resend.path("responses").has("202")).isTrue();
        assertThat(resend.path("parameters").toString()).contains("#/components/parameters/Idempotency-Key");
    }

    @Test
    void anImportSaysInWhichFormatsItComes() {
        assertThat(operation("put /api/v1/ops/catalog")
                        .node()
                        .at("/requestBody/content")
                        .fieldNames())
                .toIterable()
                .containsExactly("application/json", "text/csv");
    }

    @Test
    void everyOperationOfTheApiDescribesItsBodiesWithTheirMembersAndGivesAnExampleOfEach() {
        assertThat(api()).isNotEmpty().allSatisfy(operation -> {
            assertThat(saysWhatItAnswers(operation)).as(operation.name()).isTrue();
            assertThat(bodies(operation)).as(operation.name()).allSatisfy(json -> {
                String schema = json.at("/schema/$ref").asText();
                assertThat(schema).as(operation.name()).startsWith(SCHEMAS);
                assertThat(document.at(schema.substring(1)).path("properties"))
                        .as(schema)
                        .isNotEmpty();
                assertThat(CALLS.contract().objections(schema.substring(SCHEMAS.length()), json.path("example")))
                        .as("the example of " + operation.name())
                        .isEmpty();
            });
        });
    }

    @Test
    void everyReferenceLeadsSomewhereAndEverySchemaIsReferredTo() {
        List<String> references = document.findValuesAsText("$ref");

        assertThat(references).allSatisfy(reference -> assertThat(
                        document.at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
        assertThat(document.at("/components/schemas").fieldNames())
                .toIterable()
                .allSatisfy(schema -> assertThat(references).contains(SCHEMAS + schema));
    }

    @Test
    void noBodyIsDescribedForAnOperationThatThereIsNot() {
        assertThat(operations().stream()
                        .map(operation -> operation.node().path("operationId").asText()))
                .containsAll(described());
    }

    @Test
    void whatApiKeysAreForIsOpenToThemAndEverythingElseToOperatorsOnly() {
        assertThat(document.at("/components/securitySchemes/apiKey/scheme").asText())
                .isEqualTo("bearer");
        assertThat(operations()).allSatisfy(operation -> {
            boolean forKeys =
                    operation.name().contains(" /api/v1/") && !operation.name().contains(" /api/v1/ops/");
            assertThat(operation.node().path("security").findParents("apiKey"))
                    .as(operation.name())
                    .hasSize(forKeys ? 1 : 0);
            assertThat(operation.node().path("security").findParents("ops"))
                    .as(operation.name())
                    .hasSize(1);
        });
    }

    @Test
    void whatAPathNamesMayBeMissing() {
        assertThat(operations())
                .filteredOn(operation -> operation.name().contains("{"))
                .allSatisfy(operation -> assertThat(
                                operation.node().path("responses").has("404"))
                        .as(operation.name())
                        .isTrue());
    }

    @Test
    void everyParameterSaysWhatItIs() {
        assertThat(api()).allSatisfy(operation -> assertThat(operation.node().path("parameters"))
                .as(operation.name())
                .allMatch(parameter -> parameter.has("$ref")
                        || !parameter.path("description").asText().isBlank()));
    }

    private List<Operation> api() {
        return operations().stream()
                .filter(operation -> operation.name().contains(" /api/v1/"))
                .toList();
    }

    /** JSON that is taken, and JSON of a success. */
    /** With a body of whatever format, or with the word that there is none. */
    private static boolean saysWhatItAnswers(Operation operation) {
        return operation.node().path("responses").properties().stream()
                .filter(answer -> answer.getKey().startsWith("2"))
                .allMatch(answer ->
                        "204".equals(answer.getKey()) != answer.getValue().has("content"));
    }

    private static List<JsonNode> bodies(Operation operation) {
        List<JsonNode> bodies = new ArrayList<>();
        operation.node().path("responses").properties().stream()
                .filter(answer -> answer.getKey().startsWith("2"))
                .map(answer -> answer.getValue().at("/content/application~1json"))
                .filter(json -> !json.isMissingNode())
                .forEach(bodies::add);
        JsonNode request = operation.node().at("/requestBody/content/application~1json");
        if (!request.isMissingNode()) {
            bodies.add(request);
        }
        return bodies;
    }

    private static List<String> described() {
        try {
            List<String> ids = new ArrayList<>();
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:openapi/*.yaml")) {
                Yaml.mapper()
                        .readTree(file.getContentAsByteArray())
                        .path("operations")
                        .fieldNames()
                        .forEachRemaining(ids::add);
            }
            return ids;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Operation(String name, JsonNode node) {

        @Override
        public String toString() {
            return name;
        }

        List<String> parameters(String in) {
            return StreamSupport.stream(node.path("parameters").spliterator(), false)
                    .filter(parameter -> parameter.path("in").asText().equals(in))
                    .map(parameter -> parameter.path("name").asText())
                    .toList();
        }
    }

    private Operation operation(String name) {
        return operations().stream()
                .filter(operation -> operation.name().equals(name))
                .findAny()
                .orElseThrow();
    }

    private List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        document.path("paths").fields().forEachRemaining(path -> path.getValue()
                .fields()
                .forEachRemaining(method ->
                        operations.add(new Operation(method.getKey() + " " + path.getKey(), method.getValue()))));
        return operations;
    }

    private static String pathOf(RestRegistry.RestService service) {
        return service.getUrl().replaceFirst("^https?://[^/]+", "");
    }
}
