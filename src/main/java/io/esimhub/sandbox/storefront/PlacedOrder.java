package io.esimhub.sandbox.storefront;

import java.util.List;

/**
 * An order as its channel knows it.
 *
 * @param orderId the channel's id
 * @param name what the buyer knows it by
 * @param state in the channel's own word
 */
public record PlacedOrder(
        String channel, String shop, String orderId, String name, String email, String state, List<Line> lines) {

    /** @param fulfilled units that the hub has told the channel of */
    public record Line(String lineId, String sku, int quantity, int fulfilled) {}

    static PlacedOrder of(MarketOrder order, String state) {
        return new PlacedOrder(
                order.channel(),
                order.shop(),
                order.id(),
                order.name(),
                order.email().orElse(""),
                state,
                order.lines().stream()
                        .map(line -> new Line(line.id(), line.sku(), line.current(), line.fulfilled()))
                        .toList());
    }
}
