package io.esimhub.operations.security;

import io.esimhub.operations.web.Problem;
import io.esimhub.operations.web.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** 401: the same answer for no login, an unknown user and a wrong password. */
class ProblemEntryPoint implements AuthenticationEntryPoint {

    private final ProblemWriter problems;

    ProblemEntryPoint(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        problems.write(
                response,
                Problem.unauthorized(
                                "login-required",
                                "Log in with HTTP Basic as an operator, or send an API key: Authorization: Bearer …")
                        .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"eSIM Hub\", charset=\"UTF-8\""));
    }
}
