package io.esimhub.operations.web;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.UUID;
import org.apache.camel.util.ObjectHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;

/** What a failure is called outside. A cause that is not ours to tell is logged under an id, and only the id goes out. */
@Component
class ProblemOf {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemOf.class);
    private static final Duration DATABASE_RETRY = Duration.ofSeconds(5);

    Problem failure(Throwable failure) {
        for (Throwable cause : ObjectHelper.createExceptionIterable(failure)) {
            if (cause instanceof Problem problem) {
                return problem;
            }
            if (databaseIsAway(cause)) {
                LOG.warn("database unavailable: {}", cause.getClass().getName());
                return Problem.unavailable(
                        "database-unavailable",
                        "Nothing was accepted or changed. Send the same request again later.",
                        DATABASE_RETRY);
            }
            if (cause instanceof ErrorResponse response) {
                return spring(response);
            }
            if (cause instanceof HttpMessageNotReadableException || cause instanceof TypeMismatchException) {
                return StandardProblem.of(HttpStatus.BAD_REQUEST);
            }
        }
        String errorId = UUID.randomUUID().toString();
        LOG.error("request failed, error id {}", errorId, failure);
        return Problem.unexpected(errorId);
    }

    private static Problem spring(ErrorResponse response) {
        Problem problem = StandardProblem.of(response.getStatusCode().value());
        for (var header : response.getHeaders().entrySet()) {
            problem = problem.withHeader(header.getKey(), String.join(", ", header.getValue()));
        }
        return problem;
    }

    /** Class 08 is a lost connection, 53 no resources, 57P a server that stops or starts (PostgreSQL, appendix A). */
    private static boolean databaseIsAway(Throwable cause) {
        if (cause instanceof SQLException sql && sql.getSQLState() != null) {
            String state = sql.getSQLState();
            if (state.startsWith("08") || state.startsWith("53") || state.startsWith("57P")) {
                return true;
            }
        }
        return cause instanceof DataAccessResourceFailureException
                || cause instanceof TransientDataAccessException
                || cause instanceof SQLTransientException
                || cause instanceof CannotCreateTransactionException;
    }
}
