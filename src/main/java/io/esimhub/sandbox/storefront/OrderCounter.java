package io.esimhub.sandbox.storefront;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /sandbox/orders?channel=…} buys something at a channel, which tells the hub as it really does; {@code quiet=true}: it does not. */
@RestController
@RequestMapping("/sandbox/orders")
class OrderCounter {

    private static final OrderWish USUAL = new OrderWish(null, null, null, null, null, null, null);

    private static final int MOST = 1_000_000;

    private final Map<String, Storefront> storefronts;
    private final MarketBooks books;

    OrderCounter(List<Storefront> storefronts, MarketBooks books) {
        this.books = books;
        this.storefronts = storefronts.stream().collect(Collectors.toMap(Storefront::channel, each -> each));
    }

    @PostMapping
    ResponseEntity<Object> place(
            @RequestParam(defaultValue = "shopify") String channel,
            @RequestParam(defaultValue = "false") boolean quiet,
            @RequestBody(required = false) OrderWish wish) {
        Storefront storefront = storefronts.get(channel);
        return storefront == null
                ? unknownChannel()
                : ResponseEntity.status(HttpStatus.CREATED).body(storefront.place(wish == null ? USUAL : wish, quiet));
    }

    /** Many orders alike that nobody is told of, as after a long outage. */
    @PostMapping("/many")
    ResponseEntity<Object> placeMany(
            @RequestParam(defaultValue = "shopify") String channel,
            @RequestParam int count,
            @RequestBody(required = false) OrderWish wish) {
        Storefront storefront = storefronts.get(channel);
        if (storefront == null) {
            return unknownChannel();
        }
        if (count < 0 || count > MOST) {
            return ResponseEntity.badRequest().body(Map.of("error", "count is 0 to " + MOST));
        }
        List<String> ids = Stream.generate(() -> storefront.place(wish == null ? USUAL : wish, true))
                .limit(count)
                .map(PlacedOrder::orderId)
                .toList();
        return ResponseEntity.status(HttpStatus.CREATED).body(Map.of("count", ids.size(), "orderIds", ids));
    }

    @GetMapping("/{channel}/{orderId}")
    ResponseEntity<Object> find(@PathVariable String channel, @PathVariable String orderId) {
        return answer(
                channel,
                orderId,
                Optional.ofNullable(storefronts.get(channel)).flatMap(storefront -> storefront.find(orderId)));
    }

    @PostMapping("/{channel}/{orderId}/cancel")
    ResponseEntity<Object> cancel(
            @PathVariable String channel,
            @PathVariable String orderId,
            @RequestParam(defaultValue = "false") boolean quiet) {
        return answer(
                channel,
                orderId,
                Optional.ofNullable(storefronts.get(channel)).flatMap(storefront -> storefront.cancel(orderId, quiet)));
    }

    /** Nobody is told, as no channel tells of its own failures. */
    @PostMapping("/{channel}/{orderId}/forget-fulfillment")
    ResponseEntity<Object> forgetFulfillment(@PathVariable String channel, @PathVariable String orderId) {
        books.forgetFulfillment(channel, orderId);
        return find(channel, orderId);
    }

    @DeleteMapping("/{channel}/{orderId}")
    ResponseEntity<Object> remove(@PathVariable String channel, @PathVariable String orderId) {
        return books.remove(channel, orderId)
                ? ResponseEntity.noContent().build()
                : answer(channel, orderId, Optional.empty());
    }

    private ResponseEntity<Object> answer(String channel, String orderId, Optional<PlacedOrder> order) {
        if (!storefronts.containsKey(channel)) {
            return unknownChannel();
        }
        return order.<ResponseEntity<Object>>map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.status(HttpStatus.NOT_FOUND)
                        .body(Map.of("error", "there is no order " + orderId + " at " + channel)));
    }

    private ResponseEntity<Object> unknownChannel() {
        return ResponseEntity.badRequest()
                .body(Map.of("error", "channel is one of " + String.join(", ", new TreeSet<>(storefronts.keySet()))));
    }
}
