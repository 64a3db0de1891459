package io.esimhub.flow;

import io.esimhub.channels.ChannelEvent;
import io.esimhub.channels.ChannelNews;
import io.esimhub.channels.ReadEvent;
import io.esimhub.model.Money;
import io.esimhub.operations.inbox.Inbox;
import io.esimhub.operations.inbox.InboxEvent;
import io.esimhub.orders.ConfirmAnswer;
import io.esimhub.orders.OrderIdentity;
import io.esimhub.orders.OrderNews;
import io.esimhub.orders.OrderRefund;
import io.esimhub.orders.OrderSnapshot;
import io.esimhub.orders.Payment;
import io.esimhub.orders.SalesChannel;
import io.esimhub.orders.SentNotice;
import io.esimhub.orders.SnapshotCustomer;
import io.esimhub.orders.SnapshotLine;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A channel that tells what the test says, and answers what the test says when it is told something. */
@TestConfiguration
class ScriptedChannel {

    static final String CODE = "market";

    /** The shop whose channel wants to hear what was sent. */
    static final String CURIOUS = "curious";

    private static final Instant TEN = Instant.parse("2026-07-01T10:00:00Z");

    private final Map<String, OrderNews> told = new ConcurrentHashMap<>();
    private final Map<String, Function<SentNotice, ConfirmAnswer>> answers = new ConcurrentHashMap<>();
    private final List<SentNotice> heard = new CopyOnWriteArrayList<>();

    /** Tells an order, or a refund of one, as if a verified event had come. */
    void tell(Inbox inbox, OrderNews news) {
        String delivery = UUID.randomUUID().toString();
        told.put(delivery, news);
        InboxEvent event = new InboxEvent(
                CODE, news.identity().shop(), "told", delivery, Map.of(), delivery.getBytes(StandardCharsets.UTF_8));
        inbox.accept(event, ChannelEvent.QUEUE, new ReadEvent(event, news));
    }

    void answers(OrderIdentity order, Function<SentNotice, ConfirmAnswer> answer) {
        answers.put(order.externalId(), answer);
    }

    List<SentNotice> heardOf(OrderIdentity order) {
        return heard.stream().filter(notice -> notice.identity().equals(order)).toList();
    }

    static OrderIdentity order(String shop) {
        return new OrderIdentity(CODE, shop, UUID.randomUUID().toString());
    }

    /** Paid, of one line. @param second after ten o'clock */
    static OrderSnapshot paid(OrderIdentity order, String sku, int quantity, int second) {
        return snapshot(order, sku, quantity, second, Optional.empty(), Optional.empty(), false);
    }

    static OrderSnapshot held(OrderIdentity order, String sku, int quantity, int second) {
        return snapshot(order, sku, quantity, second, Optional.of("RISK"), Optional.empty(), false);
    }

    static OrderSnapshot servedAlready(OrderIdentity order, String sku, int quantity, int second) {
        return snapshot(
                order, sku, quantity, second, Optional.of(OrderSnapshot.FULFILLED_ALREADY), Optional.empty(), false);
    }

    /** The channel hides who it was. */
    static OrderSnapshot nameless(OrderIdentity order, String sku, int quantity, int second) {
        OrderSnapshot known = paid(order, sku, quantity, second);
        return new OrderSnapshot(
                known.identity(),
                known.externalName(),
                known.updatedAt(),
                known.placedAt(),
                known.payment(),
                known.cancelled(),
                known.test(),
                known.hold(),
                new SnapshotCustomer(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                known.shippingAddress(),
                known.total(),
                known.presentmentTotal(),
                known.countedRefunds(),
                known.lines());
    }

    static OrderSnapshot cancelled(OrderIdentity order, String sku, int quantity, int second) {
        return snapshot(order, sku, quantity, second, Optional.empty(), Optional.empty(), true);
    }

    static OrderSnapshot counting(OrderIdentity order, String sku, int quantity, int second, String... refunds) {
        return snapshot(order, sku, quantity, second, Optional.empty(), Optional.of(Set.of(refunds)), false);
    }

    static OrderRefund refund(OrderIdentity order, String id, int second, Map<String, Integer> lines) {
        return new OrderRefund(order, id, TEN.plusSeconds(second), Optional.of(Money.of("4.50", "USD")), lines);
    }

    private static OrderSnapshot snapshot(
            OrderIdentity order,
            String sku,
            int quantity,
            int second,
            Optional<String> hold,
            Optional<Set<String>> refunds,
            boolean cancelled) {
        return new OrderSnapshot(
                order,
                "M-" + order.externalId().substring(0, 6),
                TEN.plusSeconds(second),
                Optional.of(TEN),
                Payment.PAID,
                cancelled,
                false,
                hold,
                new SnapshotCustomer(
                        Optional.empty(),
                        Optional.of("m" + order.externalId() + "@example.com"),
                        Optional.of("Ada Traveller"),
                        Optional.empty()),
                Optional.empty(),
                Optional.of(Money.of("4.50", "USD")),
                Optional.empty(),
                refunds,
                List.of(new SnapshotLine(
                        "L1", Optional.of(sku), "A thing", quantity, Optional.of(Money.of("4.50", "USD")))));
    }

    @Bean
    SalesChannel market() {
        return new SalesChannel() {
            @Override
            public String code() {
                return CODE;
            }

            @Override
            public boolean hears(String shop) {
                return shop.equals(CURIOUS);
            }
        };
    }

    @Bean
    RouteBuilder marketRoutes() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:read-market-event")
                        .routeId("read-market-event")
                        .errorHandler(noErrorHandler())
                        .process(exchange -> {
                            ChannelEvent event = exchange.getMessage().getMandatoryBody(ChannelEvent.class);
                            exchange.getMessage()
                                    .setBody(new ChannelNews.OfOrder(
                                            told.get(event.inbox().deliveryId())));
                        });
                from("direct:confirm-market")
                        .routeId("confirm-market")
                        .errorHandler(noErrorHandler())
                        .process(exchange -> {
                            SentNotice notice = exchange.getMessage().getMandatoryBody(SentNotice.class);
                            heard.add(notice);
                            exchange.getMessage()
                                    .setBody(answers.getOrDefault(
                                                    notice.identity().externalId(),
                                                    all -> new ConfirmAnswer.Told(List.of("F-1")))
                                            .apply(notice));
                        });
            }
        };
    }
}
