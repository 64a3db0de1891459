package io.esimhub.sandbox.amazon;

import io.esimhub.sandbox.Answer;
import io.esimhub.sandbox.storefront.MarketBooks;
import io.esimhub.sandbox.storefront.MarketOrder;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Whoever has no token gets no further. */
@Component
class AmazonGate {

    static final String TOKEN = "x-amz-access-token";

    private final AmazonCopy copy;
    private final AmazonTokens tokens;
    private final MarketBooks books;

    AmazonGate(AmazonCopy copy, AmazonTokens tokens, MarketBooks books) {
        this.copy = copy;
        this.tokens = tokens;
        this.books = books;
    }

    Answer found(String token, String orderId, Function<MarketOrder, Answer> answer) {
        return letIn(token, () -> books.find(AmazonCopy.CODE, orderId)
                .map(answer)
                .orElseGet(() -> copy.objection(404, "NotFound", "The order does not exist")));
    }

    Answer letIn(String token, Supplier<Answer> answer) {
        return tokens.letsIn(token)
                ? answer.get()
                : copy.objection(
                        403, "Unauthorized", "The access token you provided is revoked, malformed or invalid.");
    }
}
