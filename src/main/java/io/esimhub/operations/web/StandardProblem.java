package io.esimhub.operations.web;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/** The problem of a status that the container or the framework chose: its own message is never passed on. */
final class StandardProblem {

    private StandardProblem() {}

    static Problem of(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        return of(known == null || !known.isError() ? HttpStatus.INTERNAL_SERVER_ERROR : known);
    }

    static Problem of(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST ->
                Problem.badRequest("malformed-request", "The request cannot be read. Check its syntax.");
            case UNAUTHORIZED -> Problem.unauthorized("login-required", "Log in with HTTP Basic.");
            case FORBIDDEN -> Problem.of(status, "forbidden", "This is not allowed.");
            case NOT_FOUND -> Problem.notFound("not-found", "Nothing is at this address. Check the path.");
            case METHOD_NOT_ALLOWED ->
                Problem.of(
                        status, "method-not-allowed", "This address does not know the method. See the header Allow.");
            case NOT_ACCEPTABLE ->
                Problem.of(status, "not-acceptable", "The answer exists only as JSON. Send Accept: application/json.");
            case REQUEST_TIMEOUT ->
                Problem.of(status, "request-timeout", "The body did not arrive in time. Send the request again.");
            case PAYLOAD_TOO_LARGE ->
                Problem.of(status, "body-too-large", "The body is over the limit. Send less, or in parts.");
            case UNSUPPORTED_MEDIA_TYPE -> Problem.unsupportedMediaType("application/json");
            default ->
                Problem.of(
                        status,
                        status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-'),
                        status.is5xxServerError()
                                ? "Something failed here. Try again later."
                                : "The request was refused. Check it before sending it again.");
        };
    }
}
