package io.esimhub.operations.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what a filter or the container gave up with {@code sendError} or an exception. */
@Controller
class ProblemErrorController implements ErrorController {

    private final ProblemOf problemOf;
    private final ProblemWriter writer;

    ProblemErrorController(ProblemOf problemOf, ProblemWriter writer) {
        this.problemOf = problemOf;
        this.writer = writer;
    }

    @RequestMapping("${server.error.path:/error}")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        writer.write(response, problem(request));
    }

    private Problem problem(HttpServletRequest request) {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer given ? given : 404;
        // below 500 the container knows better than the exception, e.g. 408 for a read that timed out
        return status >= 500 && request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure
                ? problemOf.failure(failure)
                : StandardProblem.of(status);
    }
}
