package io.esimhub.operations.openapi;

import io.esimhub.operations.web.ProblemDocument;
import io.swagger.v3.core.converter.ModelConverters;
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
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.math.BigDecimal;

/** What is alike at every endpoint, said once in the document and referred to. */
final class CommonParts {

    static final String PROBLEM = "Problem";
    static final String LIMIT = "limit";
    static final String AFTER = "after";
    static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final String LOGIN = "ops";

    private CommonParts() {}

    static void addTo(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(new Components());
        }
        Components components = document.getComponents();
        ModelConverters.getInstance().readAll(ProblemDocument.class).forEach(components::addSchemas);
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
                                .schema(new StringSchema()))
                .addSecuritySchemes(
                        LOGIN,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("basic")
                                .description("The operators' login"));
        document.addSecurityItem(new SecurityRequirement().addList(LOGIN));
    }

    /** A problem document as the content of an answer. */
    static Content problem() {
        return new Content()
                .addMediaType(
                        "application/problem+json",
                        new MediaType().schema(new Schema<>().$ref(ProblemDocument.class.getSimpleName())));
    }

    static ApiResponse problemAnswer() {
        return new ApiResponse().$ref(PROBLEM);
    }

    static Parameter parameter(String name) {
        return new Parameter().$ref("#/components/parameters/" + name);
    }
}
