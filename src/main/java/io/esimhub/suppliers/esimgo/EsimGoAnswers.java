package io.esimhub.suppliers.esimgo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.suppliers.FindAnswer;
import io.esimhub.suppliers.HttpAnswer;
import io.esimhub.suppliers.SupplierAnswer;
import io.esimhub.suppliers.SupplierAnswer.Cause;
import io.esimhub.suppliers.SupplierAnswer.Refusal;
import io.esimhub.suppliers.SupplierEsim;
import io.esimhub.suppliers.VendorText;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What eSIM Go's answers mean. There are no error codes: the status, and a sentence as text/plain or as {@code {"message": …}}
 * (the API's schema and its guide differ; both are read).
 */
final class EsimGoAnswers {

    private final ObjectMapper json;

    EsimGoAnswers(ObjectMapper json) {
        this.json = json;
    }

    /** The answer to POST /orders for so many eSIMs. */
    SupplierAnswer placed(HttpAnswer answer, int quantity, Instant now) {
        if (answer.success()) {
            return bought(answer, quantity);
        }
        if (answer.status() == 429) {
            return new SupplierAnswer.NotPlaced(Cause.BUSY, answer.wait(now), message(answer));
        }
        boolean refusal = answer.status() >= 400 && answer.status() < 500 && answer.status() != 408;
        if (!refusal) {
            return new SupplierAnswer.Unknown("HTTP " + answer.status());
        }
        if (answer.status() == 401 || answer.html()) {
            return access(answer);
        }
        return switch (answer.status()) {
            case 400, 402, 404, 409, 422 -> new SupplierAnswer.Rejected(refusal(message(answer)), message(answer));
            case 403 -> forbidden(answer);
            default -> new SupplierAnswer.Unknown("HTTP " + answer.status());
        };
    }

    /** The answer to GET /orders/{reference} for an order of so many eSIMs. */
    FindAnswer found(HttpAnswer answer) {
        if (answer.status() == 404) {
            return new FindAnswer.NotFound(message(answer));
        }
        if (!answer.success() || !answer.json()) {
            return new FindAnswer.NoAnswer("HTTP " + answer.status());
        }
        try {
            EsimGoOrder order = json.readValue(answer.body(), EsimGoOrder.class);
            List<SupplierEsim> esims = EsimGoOrders.esims(order);
            return esims.isEmpty() ? new FindAnswer.Allocating(0, 1) : new FindAnswer.Allocated(esims);
        } catch (IOException | IllegalArgumentException unreadable) {
            return new FindAnswer.NoAnswer("unreadable");
        }
    }

    private SupplierAnswer bought(HttpAnswer answer, int quantity) {
        if (!answer.json()) {
            return new SupplierAnswer.Unknown("content type " + VendorText.of(answer.contentType()));
        }
        try {
            EsimGoOrder order = json.readValue(answer.body(), EsimGoOrder.class);
            if (order == null
                    || order.orderReference() == null
                    || order.orderReference().isBlank()) {
                return new SupplierAnswer.Unknown("no order reference");
            }
            List<SupplierEsim> esims = EsimGoOrders.esims(order);
            return esims.size() == quantity
                    ? new SupplierAnswer.Completed(order.orderReference(), esims)
                    : new SupplierAnswer.Unknown(esims.size() + " eSIMs for " + quantity);
        } catch (IOException | IllegalArgumentException unreadable) {
            return new SupplierAnswer.Unknown("unreadable answer");
        }
    }

    /** 403 is a bad key, or no bundle left (API schema, "Forbidden"); only the sentence tells. */
    private SupplierAnswer forbidden(HttpAnswer answer) {
        Refusal refusal = refusal(message(answer));
        return refusal == Refusal.INVALID ? access(answer) : new SupplierAnswer.Rejected(refusal, message(answer));
    }

    private SupplierAnswer access(HttpAnswer answer) {
        return new SupplierAnswer.NotPlaced(Cause.ACCESS, Optional.empty(), "HTTP " + answer.status());
    }

    private static Refusal refusal(String message) {
        String text = message.toLowerCase(Locale.ROOT);
        if (text.contains("insufficient") || text.contains("balance") || text.contains("credit")) {
            return Refusal.FUNDS;
        }
        if (text.matches(
                ".*(out of stock|no bundles? (left|available)|not available|do(es)? not have any available).*")) {
            return Refusal.OUT_OF_STOCK;
        }
        boolean bundle = text.contains("bundle") || text.contains("item");
        if (bundle && text.matches(".*(not found|unknown|does not exist|invalid|no such).*")) {
            return Refusal.UNKNOWN_BUNDLE;
        }
        return Refusal.INVALID;
    }

    private String message(HttpAnswer answer) {
        if (answer.html()) {
            return "an HTML page";
        }
        try {
            JsonNode message = json.readTree(answer.body()).path("message");
            if (message.isTextual()) {
                return VendorText.of(message.textValue());
            }
        } catch (IOException notJson) {
            // eSIM Go documents text/plain for errors of POST /orders
        }
        return VendorText.of(answer.body());
    }
}
