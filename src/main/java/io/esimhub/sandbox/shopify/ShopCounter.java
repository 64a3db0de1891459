package io.esimhub.sandbox.shopify;

import io.esimhub.sandbox.storefront.PlacedOrder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the merchant does with an order of the shop; {@code quiet=true}: the webhooks of it are lost. */
@RestController
@RequestMapping("/sandbox/orders/shopify/{orderId}")
class ShopCounter {

    private final ShopifyStorefront shop;

    ShopCounter(ShopifyStorefront shop) {
        this.shop = shop;
    }

    /** @param amount absent: nothing */
    record Act(List<Line> lines, String amount) {

        record Line(String sku, int quantity) {}

        Map<String, Integer> bySku() {
            return lines == null ? Map.of() : lines.stream().collect(Collectors.toMap(Line::sku, Line::quantity));
        }
    }

    @PostMapping("/refund")
    ResponseEntity<PlacedOrder> refund(
            @PathVariable String orderId, @RequestParam(defaultValue = "false") boolean quiet, @RequestBody Act act) {
        BigDecimal amount = act.amount() == null ? BigDecimal.ZERO : new BigDecimal(act.amount());
        return ResponseEntity.of(shop.refund(orderId, act.bySku(), amount, quiet));
    }

    @PostMapping("/edit")
    ResponseEntity<PlacedOrder> edit(
            @PathVariable String orderId, @RequestParam(defaultValue = "false") boolean quiet, @RequestBody Act act) {
        return ResponseEntity.of(shop.edit(orderId, act.bySku(), quiet));
    }

    @PostMapping("/fulfill")
    ResponseEntity<PlacedOrder> fulfil(
            @PathVariable String orderId, @RequestParam(defaultValue = "false") boolean quiet) {
        return ResponseEntity.of(shop.fulfil(orderId, quiet));
    }

    @PostMapping("/pay")
    ResponseEntity<PlacedOrder> pay(@PathVariable String orderId, @RequestParam(defaultValue = "false") boolean quiet) {
        return ResponseEntity.of(shop.pay(orderId, quiet));
    }
}
