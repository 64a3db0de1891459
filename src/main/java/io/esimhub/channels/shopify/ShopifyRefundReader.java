package io.esimhub.channels.shopify;

import io.esimhub.channels.UnreadableEvent;
import io.esimhub.model.Money;
import io.esimhub.orders.OrderIdentity;
import io.esimhub.orders.OrderRefund;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Shopify's refund in our words. Money never says how many units went back. */
final class ShopifyRefundReader {

    private ShopifyRefundReader() {}

    /** @throws UnreadableEvent if the body has another shape than a refund's */
    static OrderRefund read(String shop, ShopifyRefund refund) {
        String at = Optional.ofNullable(refund.createdAt())
                .or(() -> Optional.ofNullable(refund.processedAt()))
                .orElseThrow(() -> new UnreadableEvent("created_at is missing"));
        if (refund.lines() == null) {
            throw new UnreadableEvent("refund_line_items is missing");
        }
        return new OrderRefund(
                new OrderIdentity(ShopifyWebhooks.CHANNEL, shop, ShopifyText.number(refund.orderId(), "order_id")),
                ShopifyText.number(refund.id(), "id"),
                ShopifyText.time(at).truncatedTo(ChronoUnit.SECONDS),
                amount(refund.transactions()),
                lines(refund.lines()));
    }

    private static Map<String, Integer> lines(List<ShopifyRefund.Line> lines) {
        Map<String, Integer> units = new TreeMap<>();
        for (ShopifyRefund.Line line : lines) {
            String id = ShopifyText.number(line.lineItemId(), "refund_line_items.line_item_id");
            if (line.quantity() == null || line.quantity() < 0) {
                throw new UnreadableEvent("a refunded line has no quantity");
            }
            if (line.quantity() > 0) {
                units.merge(id, line.quantity(), Integer::sum);
            }
        }
        return units;
    }

    /** In the currency that was paid in; empty if transactions speak of several, or none went through. */
    private static Optional<Money> amount(List<ShopifyRefund.Transaction> transactions) {
        if (transactions == null) {
            return Optional.empty();
        }
        List<Money> paid = transactions.stream()
                .filter(transaction -> "refund".equals(transaction.kind()))
                .filter(transaction -> !"failure".equals(transaction.status()) && !"error".equals(transaction.status()))
                .flatMap(transaction -> ShopifyText.money(transaction.amount(), transaction.currency()).stream())
                .toList();
        List<String> currencies = paid.stream().map(Money::currency).distinct().toList();
        return currencies.size() == 1
                ? Optional.of(new Money(
                        paid.stream().map(Money::amount).reduce(BigDecimal.ZERO, BigDecimal::add), currencies.get(0)))
                : Optional.empty();
    }
}
