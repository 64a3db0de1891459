package io.esimhub.operations.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;

/** Who may call what, by its path: an operation is for operators unless it is one of those that API keys are for. */
final class ApiAccess {

    private static final String LOGIN = "ops";
    private static final String KEY = "apiKey";
    private static final String API = "/api/v1/";
    private static final String OPERATORS_ONLY = API + "ops/";
    private static final String SCOPE = "chatbot";

    private ApiAccess() {}

    static void addTo(OpenAPI document) {
        Components components = document.getComponents();
        components
                .addSecuritySchemes(
                        LOGIN,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("basic")
                                .description("The operators' login"))
                .addSecuritySchemes(
                        KEY,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("ehk_…")
                                .description("An API key. Operators create it with its scopes, and it is shown once."));
        document.addSecurityItem(only(LOGIN));
        document.getPaths().forEach((path, item) -> item.readOperations().forEach(operation -> admit(path, operation)));
    }

    private static void admit(String path, Operation operation) {
        if (path.startsWith(API) && !path.startsWith(OPERATORS_ONLY)) {
            operation.setSecurity(List.of(only(KEY), only(LOGIN)));
            String needed = "Needs an API key of the scope \"" + SCOPE + "\", or the operators' login.";
            operation.setDescription(
                    operation.getDescription() == null ? needed : operation.getDescription() + " " + needed);
        } else {
            operation.setSecurity(List.of(only(LOGIN)));
        }
    }

    private static SecurityRequirement only(String scheme) {
        return new SecurityRequirement().addList(scheme);
    }
}
