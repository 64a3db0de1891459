package io.esimhub.crash;

import java.io.IOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sells, and tells the hub as Shopify does: signed, more than once, not always in order, again and again until the hub says
 * 2xx. Remembers exactly what was acknowledged.
 */
final class Shop implements AutoCloseable {

    private static final long RETRY_MILLIS = 250;

    private final ScheduledExecutorService clerks = Executors.newScheduledThreadPool(6);
    private final String hub;
    private final Random random;
    private final AtomicInteger numbers = new AtomicInteger(7_000_000);
    private final List<ShopOrder> orders = new CopyOnWriteArrayList<>();
    private final Set<ShopDelivery> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicInteger acknowledgements = new AtomicInteger();
    private final AtomicInteger underWay = new AtomicInteger();

    Shop(String hub, Random random) {
        this.hub = hub;
        this.random = random;
    }

    /** So many orders, spread over so many milliseconds. */
    void sell(int count, long millis) {
        for (int i = 0; i < count; i++) {
            long after = millis * i / count;
            announce(order(Basket.fill(random)), after);
        }
    }

    /** So many paid orders for one eSIM of an article, spread over so many milliseconds. */
    List<ShopOrder> sell(String sku, int count, long millis) {
        List<ShopOrder> sold = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ShopOrder order = order(Map.of(sku, 1));
            sold.add(order);
            send(ShopDelivery.paid(order, now()), millis * i / count, 1);
        }
        return sold;
    }

    ShopOrder sell(Map<String, Integer> quantities) {
        ShopOrder order = order(quantities);
        send(ShopDelivery.paid(order, now()), 0, 1);
        return order;
    }

    List<ShopOrder> orders() {
        return List.copyOf(orders);
    }

    /** Deliveries that were answered with 2xx. */
    Set<ShopDelivery> acknowledged() {
        return Set.copyOf(acknowledged);
    }

    /** 2xx answers so far, duplicates counted. */
    int acknowledgements() {
        return acknowledgements.get();
    }

    boolean everythingIsAcknowledged() {
        return underWay.get() == 0;
    }

    private ShopOrder order(Map<String, Integer> quantities) {
        long id = numbers.incrementAndGet();
        ShopOrder order = ShopOrder.numbered(id, quantities, id % 7 == 0);
        orders.add(order);
        return order;
    }

    /** Paid at once; or created and then paid; or told in the wrong order; each now and then twice. */
    private void announce(ShopOrder order, long after) {
        Instant placed = now();
        int times = order.id() % 4 == 0 ? 2 : 1;
        send(ShopDelivery.paid(order, placed.plusSeconds(1)), after + (order.id() % 3 == 0 ? 60 : 0), times);
        if (order.id() % 3 != 1) {
            send(ShopDelivery.created(order, placed), after + (order.id() % 3 == 0 ? 0 : 40), times);
        }
    }

    private void send(ShopDelivery delivery, long after, int times) {
        for (int i = 0; i < times; i++) {
            underWay.incrementAndGet();
            clerks.schedule(() -> tryOnce(delivery), after, TimeUnit.MILLISECONDS);
        }
    }

    private void tryOnce(ShopDelivery delivery) {
        if (accepted(delivery)) {
            acknowledged.add(delivery);
            acknowledgements.incrementAndGet();
            underWay.decrementAndGet();
        } else {
            clerks.schedule(() -> tryOnce(delivery), RETRY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private boolean accepted(ShopDelivery delivery) {
        try {
            int status = Http.CLIENT
                    .send(delivery.request(hub), BodyHandlers.discarding())
                    .statusCode();
            return status / 100 == 2;
        } catch (IOException nobodyThere) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    @Override
    public void close() {
        clerks.shutdownNow();
    }
}
