package io.esimhub.sandbox.ebay;

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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tokens, public keys, orders and their fulfillments. */
@RestController
@RequestMapping(EbayCopy.BASE)
class EbayController {

    private static final Duration LIFE = Duration.ofHours(2);
    private static final Pattern MODIFIED = Pattern.compile("lastmodifieddate:\\[([^.\\]]+(?:\\.[0-9]+Z)?)\\.\\.");
    private static final String ORDER = "/sell/fulfillment/v1/order";

    private final EbayCopy copy;
    private final EbayKeyPair key;
    private final MarketBooks books;
    private final SandboxJson json;
    private final SandboxClock clock;
    private final Door door;
    private final SandboxProperties.Ebay settings;
    private final Map<String, Instant> tokens = new ConcurrentHashMap<>();

    EbayController(
            EbayCopy copy,
            EbayKeyPair key,
            MarketBooks books,
            SandboxJson json,
            SandboxClock clock,
            Door door,
            SandboxProperties settings) {
        this.copy = copy;
        this.key = key;
        this.books = books;
        this.json = json;
        this.clock = clock;
        this.door = door;
        this.settings = settings.ebay();
    }

    @PostMapping("/identity/v1/oauth2/token")
    ResponseEntity<byte[]> token(
            @RequestHeader(name = "Authorization", required = false) String login,
            @RequestParam Map<String, String> form) {
        String expected = "Basic "
                + Base64.getEncoder()
                        .encodeToString(
                                (settings.clientId() + ":" + settings.clientSecret()).getBytes(StandardCharsets.UTF_8));
        boolean seller = "refresh_token".equals(form.get("grant_type"))
                && settings.refreshToken().equals(form.get("refresh_token"));
        if (!expected.equals(login) || !seller && !"client_credentials".equals(form.get("grant_type"))) {
            return copy.say(400, Map.of("error", "invalid_grant", "error_description", "the grant is not valid"))
                    .entity();
        }
        String token = (seller ? "v^1.1#user." : "v^1.1#app.") + UUID.randomUUID();
        tokens.put(token, clock.instant().plus(LIFE));
        return copy.say(
                        200,
                        Map.of(
                                "access_token",
                                token,
                                "expires_in",
                                LIFE.toSeconds(),
                                "token_type",
                                seller ? "User Access Token" : "Application Access Token"))
                .entity();
    }

    @GetMapping("/commerce/notification/v1/public_key/{kid}")
    ResponseEntity<byte[]> publicKey(
            @PathVariable String kid, @RequestHeader(name = "Authorization", required = false) String login) {
        return letIn(
                        login,
                        () -> key.is(kid)
                                ? copy.say(200, key.published())
                                : copy.objection(404, 195001, "Invalid public key id"))
                .entity();
    }

    @GetMapping(ORDER + "/{orderId}")
    ResponseEntity<byte[]> order(
            @PathVariable String orderId, @RequestHeader(name = "Authorization", required = false) String login) {
        return found(login, orderId, order -> copy.say(200, EbayPaper.order(order)))
                .entity();
    }

    @GetMapping(ORDER)
    ResponseEntity<byte[]> orders(
            @RequestParam(defaultValue = "") String filter,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "0") int offset,
            @RequestHeader(name = "Authorization", required = false) String login) {
        if (limit > 200 || limit < 1) {
            return copy.objection(400, 30850, "Invalid limit value").entity();
        }
        Matcher since = MODIFIED.matcher(filter);
        Instant from =
                since.find() ? Instant.parse(since.group(1)) : clock.instant().minus(Duration.ofDays(90));
        return letIn(login, () -> {
                    List<MarketOrder> all = books.of(EbayCopy.CODE).stream()
                            .filter(order -> !order.updatedAt().isBefore(from))
                            .toList();
                    Map<String, Object> page = new HashMap<>();
                    page.put("total", all.size());
                    page.put("limit", limit);
                    page.put("offset", offset);
                    page.put(
                            "orders",
                            all.stream()
                                    .skip(offset)
                                    .limit(limit)
                                    .map(EbayPaper::order)
                                    .toList());
                    return copy.say(200, page);
                })
                .entity();
    }

    @GetMapping(ORDER + "/{orderId}/shipping_fulfillment")
    ResponseEntity<byte[]> fulfillments(
            @PathVariable String orderId, @RequestHeader(name = "Authorization", required = false) String login) {
        return found(login, orderId, order -> copy.say(200, EbayPaper.fulfillments(order)))
                .entity();
    }

    @PostMapping(ORDER + "/{orderId}/shipping_fulfillment")
    ResponseEntity<byte[]> fulfil(
            @PathVariable String orderId,
            @RequestHeader(name = "Authorization", required = false) String login,
            @RequestBody byte[] body,
            HttpServletRequest request) {
        Circumstances circumstances = Circumstances.of(request);
        if (!door.pass(EbayCopy.CODE, Door.Point.BEFORE_BUY)) {
            circumstances.abandon();
            return copy.error(503, "POST", "").entity();
        }
        List<String> made = new ArrayList<>();
        Answer answer = found(login, orderId, order -> fulfil(order, json.object(body), made));
        if (!door.pass(EbayCopy.CODE, Door.Point.AFTER_BUY)) {
            circumstances.abandon();
        }
        return made.isEmpty()
                ? answer.entity()
                : ResponseEntity.status(201)
                        .header("Location", request.getRequestURL() + "/" + made.get(0))
                        .build();
    }

    private Answer fulfil(MarketOrder order, Optional<JsonNode> body, List<String> made) {
        JsonNode form = body.orElse(null);
        if (form == null || form.path("lineItems").isEmpty()) {
            return copy.objection(400, 32200, "Invalid line item");
        }
        boolean tracked = form.hasNonNull("trackingNumber");
        if (tracked != form.hasNonNull("shippingCarrierCode")) {
            return copy.objection(400, 32300, "Tracking number and carrier are needed together");
        }
        Map<String, Integer> units = new LinkedHashMap<>();
        form.path("lineItems")
                .forEach(line -> units.merge(
                        line.path("lineItemId").asText(), line.path("quantity").asInt(1), Integer::sum));
        Optional<String> objection = order.fulfil(
                units,
                form.path("shippingCarrierCode").asText(null),
                form.path("trackingNumber").asText(null),
                () -> {
                    made.add(Long.toString(books.nextNumber()));
                    return made.get(0);
                },
                clock.instant());
        return objection
                .map(line -> copy.objection(400, 32200, "Invalid line item, or its quantity: " + line))
                .orElseGet(() -> copy.say(201, Map.of()));
    }

    private Answer found(String login, String orderId, Function<MarketOrder, Answer> answer) {
        return letIn(login, () -> books.find(EbayCopy.CODE, orderId)
                .map(answer)
                .orElseGet(() -> copy.objection(404, 32100, "Invalid order id")));
    }

    private Answer letIn(String login, Supplier<Answer> answer) {
        String token = login != null && login.startsWith("Bearer ") ? login.substring(7) : "";
        Instant until = tokens.get(token);
        return until != null && clock.instant().isBefore(until) ? answer.get() : copy.error(401, "", "");
    }
}
