package io.esimhub.suppliers.airalo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.operations.http.HttpAnswer;
import io.esimhub.suppliers.FindAnswer;
import io.esimhub.suppliers.SupplierAnswer;
import io.esimhub.suppliers.SupplierAnswer.Cause;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What Airalo's answers to and about orders mean. */
final class AiraloAnswers {

    private static final Duration FOR_A_NEW_TOKEN = Duration.ofSeconds(1);

    private final ObjectMapper json;
    private final AiraloWords words;

    AiraloAnswers(ObjectMapper json, AiraloWords words) {
        this.json = json;
        this.words = words;
    }

    /** The answer to POST /orders or /orders-async under this key, to a token that was accepted. */
    SupplierAnswer placed(HttpAnswer answer, String key, int quantity, Instant now) {
        if (answer.success()) {
            return bought(answer, key, quantity);
        }
        if (answer.status() == 429) {
            return new SupplierAnswer.NotPlaced(Cause.BUSY, answer.wait(now), "HTTP 429");
        }
        if (answer.turnedAway()) {
            return access(answer);
        }
        return answer.mayRefuse() ? refused(answer) : new SupplierAnswer.Unknown("HTTP " + answer.status());
    }

    /**
     * 401: the order got no further than the door. An old token has run out, and the next run brings a new one; a fresh one that is
     * refused is a person's matter.
     */
    SupplierAnswer tokenRefused(HttpAnswer answer, boolean fresh) {
        return fresh
                ? access(answer)
                : new SupplierAnswer.NotPlaced(
                        Cause.BUSY, Optional.of(FOR_A_NEW_TOKEN), "HTTP 401, the token has run out");
    }

    /** The answer to GET /orders/{id}. */
    FindAnswer found(HttpAnswer answer) {
        if (answer.status() == 404) {
            return words.sentence(answer)
                    .<FindAnswer>map(FindAnswer.NotFound::new)
                    .orElseGet(() -> noAnswer(answer));
        }
        return order(answer).map(AiraloAnswers::progress).orElseGet(() -> noAnswer(answer));
    }

    private static FindAnswer progress(AiraloOrder order) {
        if (order.isOver()) {
            return new FindAnswer.NotFound("the order is " + order.status() + " at the supplier");
        }
        return order.isComplete()
                ? new FindAnswer.Allocated(order.esims())
                : new FindAnswer.Allocating(order.esims().size(), order.quantity());
    }

    private SupplierAnswer bought(HttpAnswer answer, String key, int quantity) {
        Optional<AiraloOrder> order = order(answer);
        if (order.isEmpty()) {
            return taken(answer);
        }
        String reference = order.get().id().orElseThrow();
        if (order.get().description().filter(said -> !said.equals(key)).isPresent()) {
            return new SupplierAnswer.Unknown("the answer is to another order");
        }
        // the price may differ from what we reckoned with: it is bought all the same
        return order.get().esims().size() == quantity
                ? new SupplierAnswer.Completed(reference, order.get().esims())
                : new SupplierAnswer.Unknown("order " + words.of(reference) + " has "
                        + order.get().esims().size() + " eSIMs, not " + quantity);
    }

    /** Of an asynchronous order there is nothing yet but the request's id. */
    private SupplierAnswer taken(HttpAnswer answer) {
        return tree(answer)
                .flatMap(tree -> AiraloSim.text(tree.path("data"), "request_id"))
                .filter(id -> id.length() <= 100)
                .<SupplierAnswer>map(SupplierAnswer.Accepted::new)
                .orElseGet(() -> new SupplierAnswer.Unknown("HTTP " + answer.status() + " without an order"));
    }

    private SupplierAnswer refused(HttpAnswer answer) {
        Optional<AiraloRefusal> refusal =
                words.refusal(answer).filter(said -> !said.sentence().isEmpty());
        if (answer.status() == 403
                && refusal.filter(said -> !said.code().isEmpty()).isEmpty()) {
            return access(answer);
        }
        return refusal.<SupplierAnswer>map(AiraloAnswers::rejected)
                .orElseGet(() -> new SupplierAnswer.Unknown("HTTP " + answer.status() + " without a word"));
    }

    private static SupplierAnswer rejected(AiraloRefusal refusal) {
        return refusal.meaning()
                .<SupplierAnswer>map(meaning -> new SupplierAnswer.Rejected(meaning, refusal.sentence()))
                .orElseGet(() -> new SupplierAnswer.Unknown(refusal.sentence()));
    }

    private SupplierAnswer access(HttpAnswer answer) {
        String sentence = words.sentence(answer).map(text -> ": " + text).orElse("");
        return new SupplierAnswer.NotPlaced(
                Cause.ACCESS, Optional.empty(), words.of("HTTP " + answer.status() + sentence));
    }

    /** Empty if there is no order with a number in a good answer. */
    private Optional<AiraloOrder> order(HttpAnswer answer) {
        return tree(answer).map(tree -> AiraloOrder.of(tree.path("data"))).filter(order -> order.id()
                .isPresent());
    }

    private Optional<JsonNode> tree(HttpAnswer answer) {
        if (!answer.success() || !answer.json()) {
            return Optional.empty();
        }
        try {
            return Optional.of(json.readTree(answer.body()));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static FindAnswer noAnswer(HttpAnswer answer) {
        return new FindAnswer.NoAnswer("HTTP " + answer.status());
    }
}
