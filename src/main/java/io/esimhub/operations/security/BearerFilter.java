package io.esimhub.operations.security;

import io.esimhub.operations.web.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/** {@code Authorization: Bearer …}: a key is looked up with every request. What cannot be looked up is no wrong key, but our fault. */
class BearerFilter extends OncePerRequestFilter {

    private static final String SCHEME = "bearer ";

    private final BearerLogin logins;
    private final AuthenticationEntryPoint refused;
    private final ProblemWriter problems;

    BearerFilter(BearerLogin logins, AuthenticationEntryPoint refused, ProblemWriter problems) {
        this.logins = logins;
        this.refused = refused;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            chain.doFilter(request, response);
            return;
        }
        Optional<KeyHolder> holder;
        try {
            holder = logins.holder(header.substring(SCHEME.length()).strip());
        } catch (RuntimeException failure) {
            problems.writeFailure(response, failure);
            return;
        }
        if (holder.isEmpty()) {
            refused.commence(request, response, new BadCredentialsException("no such key"));
            return;
        }
        letIn(holder.get());
        chain.doFilter(request, response);
    }

    private static void letIn(KeyHolder holder) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                "key " + holder.name(),
                null,
                AuthorityUtils.createAuthorityList(
                        holder.scopes().stream().map(ScopedPaths::authority).toList())));
        SecurityContextHolder.setContext(context);
    }
}
