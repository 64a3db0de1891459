package io.esimhub.operations.openapi;

import io.esimhub.operations.security.ScopedPaths;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Optional;
import org.springframework.util.AntPathMatcher;

/** Who may call what, by its path: an operation is for operators, and for API keys where a domain says so. */
final class ApiAccess {

    private static final String LOGIN = "ops";
    private static final String KEY = "apiKey";
    private static final AntPathMatcher PATHS = new AntPathMatcher();

    private ApiAccess() {}

    static void addTo(OpenAPI document, List<ScopedPaths> doors) {
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
        document.getPaths().forEach((path, item) -> item.readOperations()
                .forEach(operation -> admit(scopeOf(path, doors), operation)));
    }

    private static Optional<String> scopeOf(String path, List<ScopedPaths> doors) {
        return doors.stream()
                .filter(door -> door.patterns().stream().anyMatch(pattern -> PATHS.match(pattern, path)))
                .map(ScopedPaths::scope)
                .findFirst();
    }

    private static void admit(Optional<String> scope, Operation operation) {
        if (scope.isEmpty()) {
            operation.setSecurity(List.of(only(LOGIN)));
            return;
        }
        operation.setSecurity(List.of(only(KEY), only(LOGIN)));
        String needed = "Needs an API key of the scope \"" + scope.get() + "\", or the operators' login.";
        operation.setDescription(
                operation.getDescription() == null ? needed : operation.getDescription() + " " + needed);
    }

    private static SecurityRequirement only(String scheme) {
        return new SecurityRequirement().addList(scheme);
    }
}
