package io.esimhub.operations.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import org.apache.camel.model.RouteDefinition;

/**
 * Completes what a {@code rest:} block says of an operation by what the route behind it does. What the block says itself
 * stands: it is how a route's author describes a parameter, a body or an answer better than its steps can.
 */
record DescribedOperation(Operation operation, RouteDefinition route) {

    /**
     * @param maySendBody whether the method has one
     * @param bodyTypes content types that the block names for the body; JSON if it names none
     */
    void complete(boolean maySendBody, List<String> bodyTypes) {
        RouteSteps steps = RouteSteps.of(route);
        operation.setExtensions(null); // Camel's own name of the context
        operation.setTags(route.getGroup() == null ? null : List.of(route.getGroup()));
        addParameters(steps);
        describeBody(maySendBody && steps.readBody(), bodyTypes);
        operation.setResponses(answers(steps));
    }

    private void describeBody(boolean readByRoute, List<String> types) {
        if (operation.getRequestBody() == null && readByRoute) {
            operation.setRequestBody(new RequestBody().content(contentOf(List.of("application/json"))));
        } else if (operation.getRequestBody() != null && !types.isEmpty()) {
            operation.getRequestBody().setContent(contentOf(types));
        }
        if (operation.getRequestBody() != null) {
            operation.getRequestBody().getContent().forEach(DescribedOperation::shape);
        }
    }

    private void addParameters(RouteSteps steps) {
        for (String filter : steps.filters()) {
            if (!declares(filter)) {
                operation.addParametersItem(new QueryParameter().name(filter).schema(new StringSchema()));
            }
        }
        if (steps.isList()) {
            operation.addParametersItem(CommonParts.parameter(CommonParts.LIMIT));
            operation.addParametersItem(CommonParts.parameter(CommonParts.AFTER));
        }
        if (steps.readIdempotencyKey()) {
            operation.addParametersItem(CommonParts.parameter(CommonParts.IDEMPOTENCY_KEY));
        }
    }

    private boolean declares(String name) {
        return operation.getParameters() != null
                && operation.getParameters().stream().map(Parameter::getName).anyMatch(name::equals);
    }

    private ApiResponses answers(RouteSteps steps) {
        ApiResponses answers = new ApiResponses();
        steps.answers().forEach((status, types) -> answers.addApiResponse(status, success(status, types)));
        operation.getResponses().forEach((status, declared) -> {
            if (!ApiResponses.DEFAULT.equals(status)) {
                answers.merge(status, declared, DescribedOperation::with);
            }
        });
        answers.forEach((status, answer) -> {
            if (status.compareTo("400") >= 0 && answer.getContent() == null) {
                answer.setContent(CommonParts.problem());
            }
        });
        for (String refused : List.of("401", "4XX", "5XX")) {
            answers.putIfAbsent(refused, CommonParts.problemAnswer());
        }
        if (namesSomething()) {
            answers.putIfAbsent("404", CommonParts.problemAnswer());
        }
        return answers;
    }

    /** Whatever a path names may not be there. */
    private boolean namesSomething() {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> "path".equals(parameter.getIn()));
    }

    private static ApiResponse success(String status, List<String> types) {
        ApiResponse answer = new ApiResponse().description("202".equals(status) ? "Accepted" : "Done");
        if (!types.isEmpty()) {
            answer.setContent(contentOf(types));
            answer.getContent().forEach(DescribedOperation::shape);
        }
        return answer;
    }

    private static Content contentOf(List<String> types) {
        Content content = new Content();
        types.forEach(type -> content.addMediaType(type, new MediaType()));
        return content;
    }

    private static ApiResponse with(ApiResponse derived, ApiResponse declared) {
        if (declared.getDescription() != null) {
            derived.setDescription(declared.getDescription());
        }
        if (declared.getContent() != null) {
            derived.setContent(declared.getContent());
        }
        return derived;
    }

    /** JSON is an object, whose members {@link BodyShapes} know; everything else is text. */
    private static void shape(String type, MediaType content) {
        boolean json = type.endsWith("json");
        if (content.getSchema() == null || "string".equals(content.getSchema().getType())) {
            content.setSchema(json ? new ObjectSchema() : new StringSchema());
        }
        if (json && content.getExample() instanceof String text) {
            content.setExample(tree(text));
        }
    }

    private static JsonNode tree(String example) {
        try {
            return Json.mapper().readTree(example);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An example in a rest block is not JSON: " + example, e);
        }
    }
}
