package io.esimhub.sandbox.redteago;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.sandbox.shop.Basket;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The body of {@code /esim/order}.
 *
 * @param price of one, in 1/10000 USD, if the buyer wants it guarded
 * @param amount of all, likewise
 */
record PackageWish(
        String transactionId, String code, int packages, int count, Optional<Long> price, Optional<Long> amount) {

    private static final int LONGEST_ID = 50;
    private static final int LARGEST_BATCH = 30;

    static PackageWish of(JsonNode body) {
        JsonNode packages = body.path("packageInfoList");
        JsonNode first = packages.path(0);
        String slug = first.path("slug").asText();
        return new PackageWish(
                body.path("transactionId").asText(),
                slug.isEmpty() ? first.path("packageCode").asText() : slug,
                packages.size(),
                first.path("count").asInt(),
                number(first.path("price")),
                number(body.path("amount")));
    }

    Optional<Envelope> objection() {
        if (transactionId.isEmpty() || code.isEmpty()) {
            return refused("000105", "transactionId or packageCode is missing");
        }
        if (transactionId.length() > LONGEST_ID) {
            return refused("000107", "transactionId is longer than 50");
        }
        if (packages != 1 || count < 1 || count > LARGEST_BATCH) {
            return refused("200008", "order parameters are invalid: one package, 1 to 30 of it");
        }
        return Optional.empty();
    }

    /** Refuses to sell at another price than the buyer reckons with. */
    Optional<Envelope> priceObjection(Basket basket) {
        if (differs(price, basket.unitPrice())) {
            return refused("200005", "the package price error");
        }
        if (differs(amount, basket.total())) {
            return refused("200006", "the order total price error");
        }
        return Optional.empty();
    }

    private static boolean differs(Optional<Long> expected, BigDecimal price) {
        return expected.filter(value -> value != Amounts.tenThousandths(price)).isPresent();
    }

    private static Optional<Long> number(JsonNode node) {
        return node.isNumber() ? Optional.of(node.asLong()) : Optional.empty();
    }

    private static Optional<Envelope> refused(String code, String message) {
        return Optional.of(Envelope.refused(code, message));
    }
}
