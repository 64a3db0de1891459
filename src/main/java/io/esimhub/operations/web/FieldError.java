package io.esimhub.operations.web;

/**
 * One thing wrong in a request.
 *
 * @param field JSON path from the root of the body, e.g. {@code products[3].cost.amount}, or the name of a header or parameter
 * @param reason what is wrong, without the value when that may be personal or secret
 * @param remedy what to send instead
 */
public record FieldError(String field, String reason, String remedy) {}
