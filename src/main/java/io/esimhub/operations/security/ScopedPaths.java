package io.esimhub.operations.security;

import java.util.List;

/**
 * Paths that an API key of a scope opens, beside the operators' login; a domain declares a bean of it, and the scope exists.
 *
 * @param scope lower case, such as {@code chatbot}
 * @param patterns ant-like, such as {@code /api/v1/products/**}
 */
public record ScopedPaths(String scope, List<String> patterns) {

    String authority() {
        return authority(scope);
    }

    static String authority(String scope) {
        return "SCOPE_" + scope;
    }
}
