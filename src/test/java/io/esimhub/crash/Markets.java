package io.esimhub.crash;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Orders of the channels that keep books of their own and want to hear what was sent. Each order reaches the hub by its channel's
 * notification, or because the hub asks for what it missed.
 */
final class Markets implements AutoCloseable {

    static final List<String> CHANNELS = List.of("shopify", "amazon", "ebay");

    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final String sandbox;
    private final Random random;
    private final List<Placed> placed = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService customers = Executors.newScheduledThreadPool(2);
    private final AtomicInteger onTheirWay = new AtomicInteger();

    Markets(String sandbox, Random random) {
        this.sandbox = sandbox;
        this.random = random;
    }

    /** So many orders at each channel, spread over so many milliseconds. */
    void sell(int each, long millis) {
        for (int i = 0; i < each; i++) {
            for (String channel : CHANNELS) {
                Map<String, Integer> basket = Basket.fill(random);
                onTheirWay.incrementAndGet();
                customers.schedule(
                        () -> {
                            sell(channel, basket);
                            onTheirWay.decrementAndGet();
                        },
                        millis * i / each,
                        TimeUnit.MILLISECONDS);
            }
        }
    }

    boolean everybodyHasOrdered() {
        return onTheirWay.get() == 0;
    }

    ShopOrder sell(String channel, Map<String, Integer> basket) {
        String items = basket.entrySet().stream()
                .map(item -> "{\"sku\": \"%s\", \"quantity\": %d}".formatted(item.getKey(), item.getValue()))
                .collect(Collectors.joining(", "));
        Known known = read(
                Http.demand(Http.json(sandbox + "/orders?channel=" + channel, "POST", "{\"items\": [" + items + "]}")
                        .build()));
        ShopOrder order = new ShopOrder(known.orderId(), known.email(), basket, false);
        placed.add(new Placed(channel, order));
        return order;
    }

    List<ShopOrder> orders() {
        return placed.stream().map(Placed::order).toList();
    }

    /** Orders whose channel believes that all of it was sent. */
    Set<String> informed() {
        return placed.stream()
                .map(each -> known(each.channel(), each.order().externalId()))
                .filter(known -> known.lines().stream().allMatch(line -> line.quantity() == line.fulfilled()))
                .map(Known::orderId)
                .collect(Collectors.toSet());
    }

    /** Orders whose channel has heard of more, or of less, than was sent, in words. */
    List<String> misinformed() {
        return placed.stream()
                .map(each -> known(each.channel(), each.order().externalId()))
                .filter(known -> known.lines().stream().anyMatch(line -> line.quantity() != line.fulfilled()))
                .map(Known::toString)
                .toList();
    }

    @Override
    public void close() {
        customers.shutdownNow();
    }

    private Known known(String channel, String orderId) {
        return read(Http.demand(Http.request(sandbox + "/orders/" + channel + "/" + orderId)
                .GET()
                .build()));
    }

    private Known read(String text) {
        try {
            return json.readValue(text, Known.class);
        } catch (JsonProcessingException e) {
            throw new AssertionError("the sandbox answered " + text, e);
        }
    }

    private record Placed(String channel, ShopOrder order) {}

    private record Known(String channel, String orderId, String email, String state, List<Line> lines) {

        /** @param fulfilled units that the channel believes to be sent */
        private record Line(String sku, int quantity, int fulfilled) {}
    }
}
