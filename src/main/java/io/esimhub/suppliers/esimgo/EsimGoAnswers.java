package io.esimhub.suppliers.esimgo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.operations.http.HttpAnswer;
import io.esimhub.operations.http.VendorText;
import io.esimhub.suppliers.FindAnswer;
import io.esimhub.suppliers.SupplierAnswer;
import io.esimhub.suppliers.SupplierAnswer.Cause;
import io.esimhub.suppliers.SupplierAnswer.Refusal;
import io.esimhub.suppliers.SupplierEsim;
import io.esimhub.suppliers.SupplierOrder;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What eSIM Go's answers about orders mean. There are no error codes: the status, and a sentence. */
final class EsimGoAnswers {

    private final ObjectMapper json;
    private final VendorText words;
    private final EsimGoSentence sentences;

    EsimGoAnswers(ObjectMapper json, VendorText words) {
        this.json = json;
        this.words = words;
        this.sentences = new EsimGoSentence(json, words);
    }

    /** The answer to POST /orders for so many eSIMs. A 503 here is no proof of anything: the API says it while it works. */
    SupplierAnswer placed(HttpAnswer answer, int quantity, Instant now) {
        if (answer.success()) {
            return bought(answer, quantity);
        }
        if (answer.status() == 429) {
            return new SupplierAnswer.NotPlaced(Cause.BUSY, answer.wait(now), "HTTP 429");
        }
        if (answer.turnedAway()) {
            return access(answer);
        }
        return answer.mayRefuse() ? refused(answer) : new SupplierAnswer.Unknown("HTTP " + answer.status());
    }

    /** The answer to GET /orders/{reference}; an order whose eSIMs are not shown is Allocating. */
    FindAnswer found(HttpAnswer answer) {
        if (answer.status() == 404 || answer.status() == 400) {
            return unknownOrder(answer);
        }
        if (!answer.success() || !answer.json()) {
            return noAnswer(answer);
        }
        try {
            EsimGoOrder order = json.readValue(answer.body(), EsimGoOrder.class);
            return order == null || !order.hasReference()
                    ? new FindAnswer.NoAnswer("no order in the answer")
                    : allocated(EsimGoOrders.esims(order), order.sold());
        } catch (IOException | RuntimeException unreadable) {
            return new FindAnswer.NoAnswer("an unreadable order");
        }
    }

    /**
     * The answer to GET /esims/assignments of an order whose eSIMs were not shown: one object, or several in a list. The API
     * says 503 while it still works on them.
     */
    FindAnswer assigned(HttpAnswer answer, FindAnswer.Allocating sofar) {
        if (answer.status() == 503) {
            return sofar;
        }
        if (!answer.success() || !answer.json()) {
            return noAnswer(answer);
        }
        try {
            JsonNode tree = json.readTree(answer.body());
            List<EsimGoOrder.Esim> shown = new ArrayList<>();
            for (JsonNode one : tree.isArray() ? tree : List.of(tree)) {
                shown.add(json.treeToValue(one, EsimGoOrder.Esim.class));
            }
            return allocated(EsimGoOrders.esims(shown), sofar.total());
        } catch (IOException | RuntimeException unreadable) {
            return new FindAnswer.NoAnswer("unreadable assignments");
        }
    }

    /**
     * One page of GET /orders: a bare list, or one wrapped in {@code orders} (both were seen).
     *
     * @throws IOException if it is not a page of orders, or one of them cannot be read: it might be ours
     */
    List<SupplierOrder> listed(HttpAnswer answer) throws IOException {
        if (!answer.success() || !answer.json()) {
            throw new IOException("eSIM Go's list of orders is not usable: HTTP " + answer.status());
        }
        JsonNode tree = json.readTree(answer.body());
        JsonNode list = tree.isArray() ? tree : tree.path("orders");
        if (!list.isArray()) {
            throw new IOException("eSIM Go's list of orders is not a list");
        }
        List<SupplierOrder> orders = new ArrayList<>();
        for (JsonNode order : list) {
            orders.add(one(order));
        }
        return orders;
    }

    private SupplierOrder one(JsonNode order) throws IOException {
        try {
            return EsimGoOrders.listed(json.treeToValue(order, EsimGoOrder.class));
        } catch (RuntimeException unreadable) {
            throw new IOException("an order in eSIM Go's list cannot be read", unreadable);
        }
    }

    private SupplierAnswer bought(HttpAnswer answer, int quantity) {
        if (!answer.json()) {
            return new SupplierAnswer.Unknown("HTTP " + answer.status() + " that is not JSON");
        }
        try {
            EsimGoOrder order = json.readValue(answer.body(), EsimGoOrder.class);
            if (order == null || !order.hasReference()) {
                return new SupplierAnswer.Unknown("an answer without an order reference");
            }
            List<SupplierEsim> esims = EsimGoOrders.esims(order);
            return esims.size() == quantity
                    ? new SupplierAnswer.Completed(order.orderReference(), esims)
                    : new SupplierAnswer.Unknown("order " + words.of(order.orderReference()) + " has " + esims.size()
                            + " eSIMs, not " + quantity);
        } catch (IOException | RuntimeException unreadable) {
            return new SupplierAnswer.Unknown("an unreadable answer");
        }
    }

    private SupplierAnswer refused(HttpAnswer answer) {
        Optional<String> sentence = sentences.of(answer);
        if (answer.status() == 403) {
            return sentence.<SupplierAnswer>flatMap(this::outOfStockOrFunds).orElseGet(() -> access(answer));
        }
        return sentence.<SupplierAnswer>map(text -> new SupplierAnswer.Rejected(EsimGoRefusal.of(text), text))
                .orElseGet(() -> new SupplierAnswer.Unknown("HTTP " + answer.status() + " without a word"));
    }

    /** 403 is a bad key, no bundle left, or an eSIM that is not ours (API schema); only the sentence tells. */
    private Optional<SupplierAnswer> outOfStockOrFunds(String sentence) {
        Refusal refusal = EsimGoRefusal.of(sentence);
        return refusal == Refusal.INVALID
                ? Optional.empty()
                : Optional.of(new SupplierAnswer.Rejected(refusal, sentence));
    }

    private SupplierAnswer access(HttpAnswer answer) {
        String sentence = sentences.of(answer).map(text -> ": " + text).orElse("");
        return new SupplierAnswer.NotPlaced(
                Cause.ACCESS, Optional.empty(), words.of("HTTP " + answer.status() + sentence));
    }

    private FindAnswer unknownOrder(HttpAnswer answer) {
        Optional<String> sentence = sentences.of(answer);
        boolean absent = answer.status() == 404
                || sentence.filter(text ->
                                text.toLowerCase(Locale.ROOT).matches(".*(not found|no order|unknown|not exist).*"))
                        .isPresent();
        return absent && sentence.isPresent() ? new FindAnswer.NotFound(sentence.get()) : noAnswer(answer);
    }

    private static FindAnswer allocated(List<SupplierEsim> esims, int all) {
        return !esims.isEmpty() && esims.size() >= all
                ? new FindAnswer.Allocated(esims)
                : new FindAnswer.Allocating(esims.size(), all);
    }

    private static FindAnswer noAnswer(HttpAnswer answer) {
        return new FindAnswer.NoAnswer("HTTP " + answer.status());
    }
}
