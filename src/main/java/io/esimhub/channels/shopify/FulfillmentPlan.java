package io.esimhub.channels.shopify;

import io.esimhub.orders.Parcel;
import io.esimhub.orders.SentLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What Shopify is still to be told: the units that we sent and it does not count as fulfilled, never more than remain, and never a line of
 * somebody else. Planned anew from Shopify's own state after every attempt, so that telling twice fulfils once.
 *
 * @param fulfillments to create, one for each place and parcel
 * @param blocked what a person has to do first, because units remain that cannot be fulfilled as the order stands; empty: nothing
 */
record FulfillmentPlan(List<Fulfillment> fulfillments, Optional<String> blocked) {

    /** @param units by fulfillment order and its line */
    record Fulfillment(Optional<Parcel> parcel, Map<String, Map<String, Integer>> units) {}

    private record Together(String location, Optional<Parcel> parcel) {}

    static FulfillmentPlan of(List<FulfillmentOrder> orders, List<SentLine> sent) {
        List<FulfillmentOrder> live =
                orders.stream().filter(order -> !order.cancelled()).toList();
        Map<Together, Map<String, Map<String, Integer>>> units = new LinkedHashMap<>();
        Optional<String> blocked = Optional.empty();
        for (SentLine line : sent) {
            List<Optional<Parcel>> untold = untold(line, fulfilled(live, line.externalId()));
            List<Place> places = places(live, line.externalId());
            for (int i = 0; i < untold.size() && i < places.size(); i++) {
                Place place = places.get(i);
                units.computeIfAbsent(new Together(place.location(), untold.get(i)), key -> new LinkedHashMap<>())
                        .computeIfAbsent(place.order(), key -> new LinkedHashMap<>())
                        .merge(place.line(), 1, Integer::sum);
            }
            if (untold.size() > places.size()) {
                blocked = blocked.or(() -> stopped(live, line.externalId()));
            }
        }
        if (orders.isEmpty() && !sent.isEmpty()) {
            blocked = Optional.of("the shop shows no fulfillment order: give the app the scopes for them, then replay");
        }
        return new FulfillmentPlan(
                units.entrySet().stream()
                        .map(each -> new Fulfillment(each.getKey().parcel(), each.getValue()))
                        .toList(),
                blocked);
    }

    /** Of each unit that Shopify does not know of, how it travels. */
    private static List<Optional<Parcel>> untold(SentLine line, int fulfilled) {
        return line.units().subList(Math.min(fulfilled, line.quantity()), line.quantity());
    }

    private static int fulfilled(List<FulfillmentOrder> orders, String line) {
        return lines(orders, line)
                .mapToInt(each -> Math.max(0, each.total() - each.remaining()))
                .sum();
    }

    private static Stream<FulfillmentOrder.Line> lines(List<FulfillmentOrder> orders, String line) {
        return orders.stream().flatMap(order -> order.lines().stream()).filter(each -> each.line()
                .equals(line));
    }

    /** One for each unit that can be told of. */
    private static List<Place> places(List<FulfillmentOrder> orders, String line) {
        List<Place> places = new ArrayList<>();
        orders.stream().filter(FulfillmentOrder::open).forEach(order -> order.lines().stream()
                .filter(each -> each.line().equals(line))
                .forEach(each -> IntStream.range(0, each.remaining())
                        .forEach(unit -> places.add(new Place(order.location(), order.id(), each.id())))));
        return places;
    }

    private static Optional<String> stopped(List<FulfillmentOrder> orders, String line) {
        return orders.stream()
                .filter(order -> !order.open())
                .filter(order ->
                        order.lines().stream().anyMatch(each -> each.line().equals(line) && each.remaining() > 0))
                .map(FulfillmentOrder::status)
                .filter(status -> !status.equals("CLOSED"))
                .findFirst()
                .map(status -> "units remain in a fulfillment order that is " + status
                        + ": release it in Shopify, then replay");
    }

    private record Place(String location, String order, String line) {}
}
