package io.esimhub.sandbox.amazon;

import io.esimhub.sandbox.SandboxClock;
import io.esimhub.sandbox.SandboxJson;
import io.esimhub.sandbox.SandboxProperties;
import io.esimhub.sandbox.storefront.MarketBooks;
import io.esimhub.sandbox.storefront.MarketOrder;
import io.esimhub.sandbox.storefront.Notifier;
import io.esimhub.sandbox.storefront.OrderWish;
import io.esimhub.sandbox.storefront.PlacedOrder;
import io.esimhub.sandbox.storefront.Storefront;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** People who buy at Amazon; the seller's forwarder tells the hub. */
@Component
class AmazonStorefront implements Storefront {

    private final MarketBooks books;
    private final Notifier notifier;
    private final SandboxJson json;
    private final SandboxClock clock;
    private final String token;

    AmazonStorefront(
            MarketBooks books, Notifier notifier, SandboxJson json, SandboxClock clock, SandboxProperties settings) {
        this.books = books;
        this.notifier = notifier;
        this.json = json;
        this.clock = clock;
        this.token = settings.amazon().webhookToken();
    }

    @Override
    public String channel() {
        return AmazonCopy.CODE;
    }

    @Override
    public PlacedOrder place(OrderWish wish, boolean quiet) {
        long number = books.nextNumber();
        String id = "202-%07d-%07d".formatted(number / 10_000_000 % 10_000_000, number % 10_000_000);
        MarketOrder order =
                books.open(channel(), "amazon", id, id, Long.toString(number, 36) + "@marketplace.amazon.co.uk", wish);
        tell(order, quiet);
        return order.shown(AmazonPaper.status(order));
    }

    @Override
    public Optional<PlacedOrder> cancel(String orderId, boolean quiet) {
        return books.find(channel(), orderId).map(order -> {
            order.cancel(clock.instant());
            tell(order, quiet);
            return order.shown(AmazonPaper.status(order));
        });
    }

    @Override
    public Optional<PlacedOrder> find(String orderId) {
        return books.find(channel(), orderId).map(order -> order.shown(AmazonPaper.status(order)));
    }

    private void tell(MarketOrder order, boolean quiet) {
        if (quiet) {
            return;
        }
        Map<String, Object> notification = AmazonPaper.notification(
                order, UUID.randomUUID().toString(), clock.instant().toString());
        notifier.post("/amazon", json.write(notification), Map.of("X-Auth-Token", token));
    }
}
