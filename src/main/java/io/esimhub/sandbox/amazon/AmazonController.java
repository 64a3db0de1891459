package io.esimhub.sandbox.amazon;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.sandbox.Answer;
import io.esimhub.sandbox.SandboxClock;
import io.esimhub.sandbox.SandboxJson;
import io.esimhub.sandbox.SandboxProperties;
import io.esimhub.sandbox.faults.Circumstances;
import io.esimhub.sandbox.shop.Door;
import io.esimhub.sandbox.storefront.MarketBooks;
import io.esimhub.sandbox.storefront.MarketOrder;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Login with Amazon, and the operations of the Selling Partner API that the hub uses. */
@RestController
@RequestMapping(AmazonCopy.BASE)
class AmazonController {

    private static final String TOKEN = "x-amz-access-token";
    private static final int PAGE = 100;

    private final AmazonCopy copy;
    private final AmazonTokens tokens;
    private final MarketBooks books;
    private final SandboxJson json;
    private final SandboxClock clock;
    private final Door door;
    private final SandboxProperties.Amazon settings;
    private final Set<String> packages = ConcurrentHashMap.newKeySet();

    AmazonController(
            AmazonCopy copy,
            AmazonTokens tokens,
            MarketBooks books,
            SandboxJson json,
            SandboxClock clock,
            Door door,
            SandboxProperties settings) {
        this.copy = copy;
        this.tokens = tokens;
        this.books = books;
        this.json = json;
        this.clock = clock;
        this.door = door;
        this.settings = settings.amazon();
    }

    @PostMapping("/auth/o2/token")
    ResponseEntity<byte[]> login(@RequestParam Map<String, String> form) {
        boolean known = "refresh_token".equals(form.get("grant_type"))
                && settings.clientId().equals(form.get("client_id"))
                && settings.clientSecret().equals(form.get("client_secret"))
                && settings.refreshToken().equals(form.get("refresh_token"));
        return (known
                        ? copy.say(
                                200,
                                Map.of(
                                        "access_token",
                                        tokens.mint("Atza|"),
                                        "token_type",
                                        "bearer",
                                        "expires_in",
                                        AmazonTokens.LIFE.toSeconds()))
                        : copy.say(
                                400,
                                Map.of(
                                        "error",
                                        "invalid_grant",
                                        "error_description",
                                        "The request has an invalid grant parameter")))
                .entity();
    }

    @PostMapping("/tokens/2021-03-01/restrictedDataToken")
    ResponseEntity<byte[]> restricted(@RequestHeader(name = TOKEN, required = false) String token) {
        return letIn(
                        token,
                        () -> copy.say(
                                200, Map.of("restrictedDataToken", tokens.mint("Atz.sprdt|"), "expiresIn", 3600)))
                .entity();
    }

    @GetMapping("/orders/2026-01-01/orders/{orderId}")
    ResponseEntity<byte[]> order(
            @PathVariable String orderId,
            @RequestParam(defaultValue = "") Set<String> includedData,
            @RequestHeader(name = TOKEN, required = false) String token) {
        return found(token, orderId, order -> copy.say(200, Map.of("order", AmazonPaper.order(order, includedData))))
                .entity();
    }

    @GetMapping("/orders/2026-01-01/orders")
    ResponseEntity<byte[]> search(
            @RequestParam(required = false) Instant lastUpdatedAfter,
            @RequestParam(required = false) Instant createdAfter,
            @RequestParam(required = false) String paginationToken,
            @RequestParam(defaultValue = "") Set<String> includedData,
            @RequestHeader(name = TOKEN, required = false) String token) {
        if ((lastUpdatedAfter == null) == (createdAfter == null)) {
            return copy.objection(400, "InvalidInput", "Exactly one of createdAfter and lastUpdatedAfter is needed")
                    .entity();
        }
        return letIn(token, () -> {
                    List<MarketOrder> all = since(lastUpdatedAfter, createdAfter);
                    int from = paginationToken == null ? 0 : Integer.parseInt(paginationToken);
                    Map<String, Object> page = new HashMap<>();
                    page.put(
                            "orders",
                            all.stream()
                                    .skip(from)
                                    .limit(PAGE)
                                    .map(order -> AmazonPaper.order(order, includedData))
                                    .toList());
                    if (from + PAGE < all.size()) {
                        page.put("pagination", Map.of("nextToken", Integer.toString(from + PAGE)));
                    }
                    return copy.say(200, page);
                })
                .entity();
    }

    @GetMapping("/orders/v0/orders/{orderId}")
    ResponseEntity<byte[]> orderV0(
            @PathVariable String orderId, @RequestHeader(name = TOKEN, required = false) String token) {
        return found(
                        token,
                        orderId,
                        order -> copy.say(
                                200, Map.of("payload", AmazonPaperV0.order(order, AmazonTokens.restricted(token)))))
                .entity();
    }

    @GetMapping("/orders/v0/orders/{orderId}/orderItems")
    ResponseEntity<byte[]> itemsV0(
            @PathVariable String orderId, @RequestHeader(name = TOKEN, required = false) String token) {
        return found(
                        token,
                        orderId,
                        order -> copy.say(
                                200,
                                Map.of(
                                        "payload",
                                        Map.of("AmazonOrderId", orderId, "OrderItems", AmazonPaperV0.items(order)))))
                .entity();
    }

    @GetMapping("/orders/v0/orders")
    ResponseEntity<byte[]> ordersV0(
            @RequestParam(name = "LastUpdatedAfter") Instant after,
            @RequestHeader(name = TOKEN, required = false) String token) {
        return letIn(
                        token,
                        () -> copy.say(
                                200,
                                Map.of(
                                        "payload",
                                        Map.of(
                                                "Orders",
                                                since(after, null).stream()
                                                        .map(order -> AmazonPaperV0.order(order, false))
                                                        .toList()))))
                .entity();
    }

    @PostMapping("/orders/v0/orders/{orderId}/shipmentConfirmation")
    ResponseEntity<byte[]> confirm(
            @PathVariable String orderId,
            @RequestHeader(name = TOKEN, required = false) String token,
            @RequestBody byte[] body,
            HttpServletRequest request) {
        Circumstances circumstances = Circumstances.of(request);
        if (!door.pass(AmazonCopy.CODE, Door.Point.BEFORE_BUY)) {
            circumstances.abandon();
            return copy.error(503, "POST", "").entity();
        }
        Answer answer = found(token, orderId, order -> confirm(order, json.object(body)));
        if (!door.pass(AmazonCopy.CODE, Door.Point.AFTER_BUY)) {
            circumstances.abandon();
        }
        return answer.status() == 204 ? ResponseEntity.noContent().build() : answer.entity();
    }

    /** The same package again edits it. */
    private Answer confirm(MarketOrder order, Optional<JsonNode> body) {
        JsonNode detail = body.map(node -> node.path("packageDetail")).orElse(null);
        if (detail == null
                || body.get().path("marketplaceId").asText("").isEmpty()
                || detail.path("carrierCode").asText("").isEmpty()
                || detail.path("trackingNumber").asText("").isEmpty()
                || detail.path("shipDate").asText("").isEmpty()) {
            return copy.objection(400, "InvalidInput", "A required field of the shipment is missing");
        }
        if (!detail.path("packageReferenceId").asText("").matches("[1-9][0-9]*")) {
            return copy.objection(400, "InvalidInput", "packageReferenceId must be a positive numeric value");
        }
        String reference = order.id() + " " + detail.path("packageReferenceId").asText();
        if (!packages.add(reference)) {
            return Answer.json(204, new byte[0]);
        }
        Map<String, Integer> units = new LinkedHashMap<>();
        detail.path("orderItems")
                .forEach(item -> units.merge(
                        item.path("orderItemId").asText(), item.path("quantity").asInt(), Integer::sum));
        Optional<String> objection = units.isEmpty() || order.cancelled()
                ? Optional.of("")
                : order.fulfil(
                        units,
                        detail.path("carrierName")
                                .asText(detail.path("carrierCode").asText()),
                        detail.path("trackingNumber").asText(),
                        () -> reference,
                        clock.instant());
        if (objection.isPresent()) {
            packages.remove(reference);
            return copy.objection(400, "InvalidInput", "OrderItemId is invalid, or has less left: " + objection.get());
        }
        return Answer.json(204, new byte[0]);
    }

    private List<MarketOrder> since(Instant updated, Instant created) {
        return books.of(AmazonCopy.CODE).stream()
                .filter(order -> updated == null || !order.updatedAt().isBefore(updated))
                .filter(order -> created == null || !order.createdAt().isBefore(created))
                .toList();
    }

    private Answer found(String token, String orderId, Function<MarketOrder, Answer> answer) {
        return letIn(token, () -> books.find(AmazonCopy.CODE, orderId)
                .map(answer)
                .orElseGet(() -> copy.objection(404, "NotFound", "The order does not exist")));
    }

    private Answer letIn(String token, java.util.function.Supplier<Answer> answer) {
        return tokens.letsIn(token)
                ? answer.get()
                : copy.objection(
                        403, "Unauthorized", "The access token you provided is revoked, malformed or invalid.");
    }
}
