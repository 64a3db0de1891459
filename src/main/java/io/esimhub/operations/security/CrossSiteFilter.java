package io.esimhub.operations.security;

import io.esimhub.operations.web.Problem;
import io.esimhub.operations.web.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** A browser sends the Basic login with requests that other sites' pages make; those may look at nothing and change nothing. */
class CrossSiteFilter extends OncePerRequestFilter {

    private final ProblemWriter problems;

    CrossSiteFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (RequestOrigin.of(request).mayAct()) {
            chain.doFilter(request, response);
        } else {
            problems.write(
                    response,
                    Problem.of(HttpStatus.FORBIDDEN, "cross-site", "This must be asked from the hub's own pages."));
        }
    }
}
