package io.esimhub.crash;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/**
 * Orders of the channels that keep books of their own and want to hear what was sent. Each order reaches the hub by its channel's
 * notification, or because the hub asks for what it missed.
 */
final class Markets {

    static final List<String> CHANNELS = List.of("shopify", "amazon", "ebay");

    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final String sandbox;
    private final Random random;
    private final List<Placed> placed = new CopyOnWriteArrayList<>();

    Markets(String sandbox, Random random) {
        this.sandbox = sandbox;
        this.random = random;
    }

    /** So many orders at each channel. */
    void sell(int each) {
        for (int i = 0; i < each; i++) {
            CHANNELS.forEach(channel -> sell(channel, Basket.fill(random)));
        }
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
