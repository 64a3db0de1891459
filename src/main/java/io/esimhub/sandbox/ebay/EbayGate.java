package io.esimhub.sandbox.ebay;

import io.esimhub.sandbox.Answer;
import io.esimhub.sandbox.SandboxClock;
import io.esimhub.sandbox.storefront.MarketBooks;
import io.esimhub.sandbox.storefront.MarketOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Whoever has no token gets no further. */
@Component
class EbayGate {

    static final Duration LIFE = Duration.ofHours(2);

    private final EbayCopy copy;
    private final MarketBooks books;
    private final SandboxClock clock;
    private final Map<String, Instant> tokens = new ConcurrentHashMap<>();

    EbayGate(EbayCopy copy, MarketBooks books, SandboxClock clock) {
        this.copy = copy;
        this.books = books;
        this.clock = clock;
    }

    String mint(String start) {
        String token = start + UUID.randomUUID();
        tokens.put(token, clock.instant().plus(LIFE));
        return token;
    }

    Answer found(String login, String orderId, Function<MarketOrder, Answer> answer) {
        return letIn(login, () -> books.find(EbayCopy.CODE, orderId)
                .map(answer)
                .orElseGet(() -> copy.objection(404, 32100, "Invalid order id")));
    }

    Answer letIn(String login, Supplier<Answer> answer) {
        String token = login != null && login.startsWith("Bearer ") ? login.substring(7) : "";
        Instant until = tokens.get(token);
        return until != null && clock.instant().isBefore(until) ? answer.get() : copy.error(401, "", "");
    }
}
