package io.esimhub.operations.web;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * An answer that is not a success, in the words of <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>. It is thrown
 * where the fault is found and written at the edge. It carries no stack trace: it describes the request, not the program.
 *
 * <p>A code is lower case with dashes and never changes once published: callers branch on it. Details are read by people
 * and say what to do.
 */
public final class Problem extends RuntimeException {

    private static final String TYPE_PREFIX = "urn:esim-hub:problem:";

    private final HttpStatus status;
    private final String code;
    private final String detail;
    private final transient List<FieldError> errors;
    private final transient Map<String, String> headers;
    private final String errorId;

    private Problem(
            HttpStatus status,
            String code,
            String detail,
            List<FieldError> errors,
            Map<String, String> headers,
            String errorId) {
        super(code + ": " + detail, null, false, false);
        this.status = status;
        this.code = code;
        this.detail = detail;
        this.errors = List.copyOf(errors);
        this.headers = Map.copyOf(headers);
        this.errorId = errorId;
    }

    /** Any status; the named factories are preferred. */
    public static Problem of(HttpStatus status, String code, String detail) {
        return new Problem(status, code, detail, List.of(), Map.of(), null);
    }

    /** 400: the request cannot be read. */
    public static Problem badRequest(String code, String detail) {
        return of(HttpStatus.BAD_REQUEST, code, detail);
    }

    /** 400, naming what cannot be read. */
    public static Problem badRequest(String code, String detail, List<FieldError> errors) {
        return badRequest(code, detail).withErrors(errors);
    }

    /** 400: a query parameter is wrong. */
    public static Problem badParameter(String name, String reason, String remedy) {
        return badParameters(List.of(new FieldError(name, reason, remedy)));
    }

    /** 400: query parameters are wrong, all of them named at once. */
    public static Problem badParameters(List<FieldError> errors) {
        return badRequest("bad-parameter", "A query parameter is wrong.", errors);
    }

    /** 401: not authenticated, or the signature does not match. */
    public static Problem unauthorized(String code, String detail) {
        return of(HttpStatus.UNAUTHORIZED, code, detail);
    }

    /** 404: nothing there. */
    public static Problem notFound(String code, String detail) {
        return of(HttpStatus.NOT_FOUND, code, detail);
    }

    /** 409: the thing is in a state that does not allow it. */
    public static Problem conflict(String code, String detail) {
        return of(HttpStatus.CONFLICT, code, detail);
    }

    /** 413: the body is over the limit, given in bytes. */
    public static Problem tooLarge(long limitBytes) {
        return of(
                HttpStatus.PAYLOAD_TOO_LARGE,
                "body-too-large",
                "The body is larger than " + limitBytes + " bytes. Send less, or in parts.");
    }

    /** 415: a content type that is not understood; {@code expected} says which is. */
    public static Problem unsupportedMediaType(String expected) {
        return of(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "unsupported-media-type",
                "The content type is not understood here. Send " + expected + ".");
    }

    /** 422: readable, but not acceptable; every bad field is named at once. */
    public static Problem unprocessable(String code, String detail, List<FieldError> errors) {
        return of(HttpStatus.UNPROCESSABLE_ENTITY, code, detail).withErrors(errors);
    }

    /** 503 with {@code Retry-After} in whole seconds: nothing was done, the same request may be sent again. */
    public static Problem unavailable(String code, String detail, Duration retryAfter) {
        return of(HttpStatus.SERVICE_UNAVAILABLE, code, detail)
                .withHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, retryAfter.toSeconds())));
    }

    /** 500: our fault. The id is in the log beside the cause; the answer says no more. */
    static Problem unexpected(String errorId) {
        return new Problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal-error",
                "Something failed here. Try again later; if it stays, report the error id.",
                List.of(),
                Map.of(),
                errorId);
    }

    /** The same problem with fields. */
    public Problem withErrors(List<FieldError> fields) {
        return new Problem(status, code, detail, fields, headers, errorId);
    }

    /** The same problem with a response header beside it. */
    public Problem withHeader(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Problem(status, code, detail, errors, more, errorId);
    }

    /** A stable URN, one a code; it does not resolve. */
    public String type() {
        return TYPE_PREFIX + code;
    }

    public String code() {
        return code;
    }

    /** The status' own phrase, the same for every occurrence. */
    public String title() {
        return status.getReasonPhrase();
    }

    public int status() {
        return status.value();
    }

    public String detail() {
        return detail;
    }

    public List<FieldError> errors() {
        return errors;
    }

    /** Response headers that belong to the answer, such as {@code Retry-After} or {@code Allow}. */
    public Map<String, String> headers() {
        return headers;
    }

    ProblemDocument document() {
        return new ProblemDocument(type(), title(), status(), detail, code, errorId, errors);
    }
}
