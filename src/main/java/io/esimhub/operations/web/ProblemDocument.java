package io.esimhub.operations.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** The members of {@code application/problem+json} (RFC 9457) as they are sent; empty ones are left out. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemDocument(
        String type, String title, int status, String detail, String code, String errorId, List<FieldError> errors) {}
