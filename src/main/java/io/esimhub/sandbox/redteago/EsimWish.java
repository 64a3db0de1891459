package io.esimhub.sandbox.redteago;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Optional;

/** The body of {@code /esim/query}: one of order, eSIM, ICCID or both ends of a time, and a page. */
record EsimWish(
        String orderNo,
        String esimTranNo,
        String iccid,
        Optional<Instant> start,
        Optional<Instant> end,
        int pageNum,
        int pageSize) {

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX]")
            .toFormatter(Locale.ROOT);

    static EsimWish of(JsonNode body) {
        JsonNode pager = body.path("pager");
        return new EsimWish(
                body.path("orderNo").asText(""),
                body.path("esimTranNo").asText(""),
                body.path("iccid").asText(""),
                time(body.path("startTime").asText("")),
                time(body.path("endTime").asText("")),
                pager.path("pageNum").asInt(),
                pager.path("pageSize").asInt());
    }

    Optional<Envelope> objection() {
        if (pageNum < 1 || pageNum > 10_000 || pageSize < 5 || pageSize > 500) {
            return Optional.of(Envelope.refused("000105", "pager is missing or out of range"));
        }
        if (orderNo.isEmpty() && idOrIccid().isEmpty() && !hasWindow()) {
            return Optional.of(Envelope.refused("000105", "orderNo, esimTranNo, iccid or a time range is missing"));
        }
        return Optional.empty();
    }

    String idOrIccid() {
        return esimTranNo.isEmpty() ? iccid : esimTranNo;
    }

    boolean covers(Instant at) {
        return hasWindow() && !at.isBefore(start.get()) && !at.isAfter(end.get());
    }

    private boolean hasWindow() {
        return start.isPresent() && end.isPresent();
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text, TIME).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
