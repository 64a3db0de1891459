package io.esimhub.operations.openapi;

import io.swagger.v3.oas.models.Operation;

/**
 * The JSON bodies of one operation.
 *
 * @param request null if it takes none
 * @param answer of its success; failures are problem documents all alike
 */
record OperationShapes(BodyShape request, BodyShape answer) {

    void describe(Operation operation) {
        if (request != null && operation.getRequestBody() != null) {
            request.describe(operation.getRequestBody().getContent());
        }
        if (answer != null) {
            operation.getResponses().forEach((status, response) -> {
                if (status.startsWith("2")) {
                    answer.describe(response.getContent());
                }
            });
        }
    }
}
