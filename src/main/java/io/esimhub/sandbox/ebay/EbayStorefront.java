package io.esimhub.sandbox.ebay;

import io.esimhub.sandbox.SandboxClock;
import io.esimhub.sandbox.SandboxJson;
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

/** People who buy at eBay. It tells of orders, and of nothing that becomes of them: a cancellation has to be asked for. */
@Component
class EbayStorefront implements Storefront {

    private final MarketBooks books;
    private final Notifier notifier;
    private final EbayKeyPair key;
    private final SandboxJson json;
    private final SandboxClock clock;

    EbayStorefront(MarketBooks books, Notifier notifier, EbayKeyPair key, SandboxJson json, SandboxClock clock) {
        this.books = books;
        this.notifier = notifier;
        this.key = key;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String channel() {
        return EbayCopy.CODE;
    }

    @Override
    public PlacedOrder place(OrderWish wish, boolean quiet) {
        long number = books.nextNumber();
        String id = "13-%05d-%05d".formatted(number / 100_000 % 100_000, number % 100_000);
        MarketOrder order =
                books.open(channel(), "ebay", id, id, Long.toString(number, 16) + "@members.ebay.com", wish);
        if (!quiet) {
            tell(order);
        }
        return order.shown(EbayPaper.state(order));
    }

    @Override
    public Optional<PlacedOrder> cancel(String orderId, boolean quiet) {
        return books.find(channel(), orderId).map(order -> {
            order.cancel(clock.instant());
            return order.shown(EbayPaper.state(order));
        });
    }

    @Override
    public Optional<PlacedOrder> find(String orderId) {
        return books.find(channel(), orderId).map(order -> order.shown(EbayPaper.state(order)));
    }

    private void tell(MarketOrder order) {
        String notification = UUID.randomUUID() + "_" + UUID.randomUUID();
        byte[] body = json.write(EbayPaper.notification(order, notification, clock.instant()));
        notifier.post("/ebay", body, Map.of("X-EBAY-SIGNATURE", key.sign(body)));
    }
}
