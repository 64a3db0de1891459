package io.esimhub.operations.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Set;

/**
 * Where a browser says a request comes from: <a href="https://www.w3.org/TR/fetch-metadata/">fetch metadata</a>, or
 * {@code Origin} from browsers that are older. Programs send neither.
 */
record RequestOrigin(String method, String path, String fetchSite, String origin, String host) {

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> OWN = Set.of("same-origin", "none");

    static RequestOrigin of(HttpServletRequest request) {
        return new RequestOrigin(
                request.getMethod(),
                request.getServletPath(), // decoded, as the dispatcher will see it
                request.getHeader("Sec-Fetch-Site"),
                request.getHeader("Origin"),
                request.getHeader("Host"));
    }

    /** Whether the request may have an effect; a read that can have none always may. */
    boolean mayAct() {
        return hasNoEffect() || (fetchSite != null ? OWN.contains(fetchSite) : origin == null || isOwn());
    }

    /** Jolokia also stops routes on GET. */
    private boolean hasNoEffect() {
        return READS.contains(method) && !path.contains("/jolokia");
    }

    private boolean isOwn() {
        try {
            return host != null && host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
