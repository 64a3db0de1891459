package io.esimhub.sandbox.storefront;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /sandbox/orders?channel=…} buys something at a channel, which tells the hub as it really does. */
@RestController
@RequestMapping("/sandbox/orders")
class OrderCounter {

    private static final OrderWish USUAL = new OrderWish(null, null, null, null, null, null);

    private final Map<String, Storefront> storefronts;

    OrderCounter(List<Storefront> storefronts) {
        this.storefronts = storefronts.stream().collect(Collectors.toMap(Storefront::channel, each -> each));
    }

    @PostMapping
    ResponseEntity<Object> place(
            @RequestParam(defaultValue = "shopify") String channel, @RequestBody(required = false) OrderWish wish) {
        Storefront storefront = storefronts.get(channel);
        return storefront == null
                ? unknownChannel()
                : ResponseEntity.status(HttpStatus.CREATED).body(storefront.place(wish == null ? USUAL : wish));
    }

    @GetMapping("/{channel}/{orderId}")
    ResponseEntity<Object> find(@PathVariable String channel, @PathVariable String orderId) {
        return answer(
                channel,
                orderId,
                Optional.ofNullable(storefronts.get(channel)).flatMap(storefront -> storefront.find(orderId)));
    }

    @PostMapping("/{channel}/{orderId}/cancel")
    ResponseEntity<Object> cancel(@PathVariable String channel, @PathVariable String orderId) {
        return answer(
                channel,
                orderId,
                Optional.ofNullable(storefronts.get(channel)).flatMap(storefront -> storefront.cancel(orderId)));
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
                .body(Map.of(
                        "error",
                        "channel is one of " + String.join(", ", new java.util.TreeSet<>(storefronts.keySet()))));
    }
}
