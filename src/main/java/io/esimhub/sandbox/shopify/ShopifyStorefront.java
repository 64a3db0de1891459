package io.esimhub.sandbox.shopify;

import io.esimhub.sandbox.SandboxClock;
import io.esimhub.sandbox.SandboxProperties;
import io.esimhub.sandbox.storefront.MarketBooks;
import io.esimhub.sandbox.storefront.MarketLine;
import io.esimhub.sandbox.storefront.MarketOrder;
import io.esimhub.sandbox.storefront.OrderWish;
import io.esimhub.sandbox.storefront.PlacedOrder;
import io.esimhub.sandbox.storefront.Storefront;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The shop: what people do there, and the webhooks that follow from it. */
@Component
class ShopifyStorefront implements Storefront {

    private final MarketBooks books;
    private final ShopHerald herald;
    private final SandboxClock clock;
    private final String domain;

    ShopifyStorefront(MarketBooks books, ShopHerald herald, SandboxClock clock, SandboxProperties settings) {
        this.books = books;
        this.herald = herald;
        this.clock = clock;
        this.domain = settings.shopify().domain();
    }

    @Override
    public String channel() {
        return ShopifyCopy.CODE;
    }

    @Override
    public PlacedOrder place(OrderWish wish, boolean quiet) {
        long number = books.nextNumber();
        // beyond 2^53, where a JavaScript number is another one
        String id = Long.toString(9_100_000_000_000_000L + number * 100);
        MarketOrder order = books.open(
                channel(), domain, id, "#" + (1000 + number % 1_000_000), "traveller" + number + "@example.com", wish);
        herald.tell(quiet, "orders/create", ShopPaper.order(order));
        if (order.paid()) {
            herald.tell(quiet, "orders/paid", ShopPaper.order(order));
        }
        return shown(order);
    }

    @Override
    public Optional<PlacedOrder> cancel(String orderId, boolean quiet) {
        return books.find(channel(), orderId).map(order -> {
            order.cancel(clock.instant());
            herald.tell(quiet, "orders/cancelled", ShopPaper.order(order));
            herald.tell(quiet, "orders/updated", ShopPaper.order(order));
            return shown(order);
        });
    }

    @Override
    public Optional<PlacedOrder> find(String orderId) {
        return books.find(channel(), orderId).map(ShopifyStorefront::shown);
    }

    /** @param units by SKU; @param amount what goes back */
    Optional<PlacedOrder> refund(String orderId, Map<String, Integer> units, BigDecimal amount, boolean quiet) {
        return books.find(channel(), orderId).map(order -> {
            MarketOrder.Refund refund =
                    order.refund(Long.toString(books.nextNumber()), byLine(order, units), amount, clock.instant());
            herald.tell(quiet, "refunds/create", ShopPaper.refund(order, refund));
            herald.tell(quiet, "orders/updated", ShopPaper.order(order));
            return shown(order);
        });
    }

    /** The buyer's money has come. */
    Optional<PlacedOrder> pay(String orderId, boolean quiet) {
        return books.find(channel(), orderId).map(order -> {
            order.pay(clock.instant());
            herald.tell(quiet, "orders/paid", ShopPaper.order(order));
            herald.tell(quiet, "orders/updated", ShopPaper.order(order));
            return shown(order);
        });
    }

    /** @param quantities by SKU: what is owed from now on */
    Optional<PlacedOrder> edit(String orderId, Map<String, Integer> quantities, boolean quiet) {
        return books.find(channel(), orderId).map(order -> {
            Map<String, Integer> before =
                    order.lines().stream().collect(Collectors.toMap(MarketLine::id, MarketLine::current));
            order.edit(byLine(order, quantities), clock.instant());
            herald.tell(quiet, "orders/edited", ShopPaper.edit(order, before, books.nextNumber()));
            herald.tell(quiet, "orders/updated", ShopPaper.order(order));
            return shown(order);
        });
    }

    /** The merchant fulfils everything himself. */
    Optional<PlacedOrder> fulfil(String orderId, boolean quiet) {
        return books.find(channel(), orderId).map(order -> {
            Map<String, Integer> rest = order.lines().stream()
                    .filter(line -> line.remaining() > 0)
                    .collect(Collectors.toMap(MarketLine::id, MarketLine::remaining));
            order.fulfil(rest, null, null, () -> Long.toString(books.nextNumber()), clock.instant());
            herald.tell(quiet, "orders/updated", ShopPaper.order(order));
            return shown(order);
        });
    }

    private static Map<String, Integer> byLine(MarketOrder order, Map<String, Integer> bySku) {
        Map<String, Integer> byLine = new HashMap<>();
        order.lines().stream()
                .filter(line -> bySku.containsKey(line.sku()))
                .forEach(line -> byLine.put(line.id(), bySku.get(line.sku())));
        return byLine;
    }

    private static PlacedOrder shown(MarketOrder order) {
        return order.shown(ShopPaper.financialStatus(order));
    }
}
