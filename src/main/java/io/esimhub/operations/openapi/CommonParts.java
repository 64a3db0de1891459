package io.esimhub.operations.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** What is alike at every endpoint, said once in the document and referred to. */
final class CommonParts {

    static final String PROBLEM = "Problem";
    static final String LIMIT = "limit";
    static final String AFTER = "after";
    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    /** As the hub answers a list with {@code limit=0}. */
    private static final Map<String, Object> EXAMPLE = Map.of(
            "type", "urn:esim-hub:problem:bad-parameter",
            "title", "Bad Request",
            "status", 400,
            "detail", "A query parameter is wrong.",
            "code", "bad-parameter",
            "errors",
                    List.of(Map.of(
                            "field", "limit",
                            "reason", "is no number from 1 to 200",
                            "remedy", "send one, or leave it out")));

    private CommonParts() {}

    static void addTo(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(new Components());
        }
        Components components = document.getComponents();
        components
                .addResponses(
                        PROBLEM,
                        new ApiResponse()
                                .description(
                                        "A problem document (RFC 9457): \"code\" says which, \"errors\" names each field.")
                                .content(problem()))
                .addParameters(
                        LIMIT,
                        new QueryParameter()
                                .name(LIMIT)
                                .description("How many entries a page holds at most")
                                .schema(new IntegerSchema()
                                        .minimum(BigDecimal.ONE)
                                        .maximum(BigDecimal.valueOf(200))
                                        ._default(50)))
                .addParameters(
                        AFTER,
                        new QueryParameter()
                                .name(AFTER)
                                .description("The \"next\" of the page before")
                                .schema(new StringSchema().pattern("^[0-9]{1,18}$")))
                .addParameters(
                        IDEMPOTENCY_KEY,
                        new HeaderParameter()
                                .name(IDEMPOTENCY_KEY)
                                .description("A request that is repeated under the same key is done once")
                                .schema(new StringSchema()));
    }

    /** A problem document as the content of an answer. */
    static Content problem() {
        return new Content()
                .addMediaType(
                        "application/problem+json",
                        new MediaType()
                                .schema(new Schema<>().$ref("#/components/schemas/ProblemDocument"))
                                .example(EXAMPLE));
    }

    static ApiResponse problemAnswer() {
        return new ApiResponse().$ref(PROBLEM);
    }

    static Parameter parameter(String name) {
        return new Parameter().$ref("#/components/parameters/" + name);
    }
}
