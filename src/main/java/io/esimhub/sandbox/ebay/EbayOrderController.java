package io.esimhub.sandbox.ebay;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.sandbox.Answer;
import io.esimhub.sandbox.SandboxClock;
import io.esimhub.sandbox.SandboxJson;
import io.esimhub.sandbox.faults.Circumstances;
import io.esimhub.sandbox.shop.Door;
import io.esimhub.sandbox.storefront.MarketBooks;
import io.esimhub.sandbox.storefront.MarketOrder;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** An order and its fulfillments. */
@RestController
@RequestMapping(EbayCopy.BASE)
class EbayOrderController {

    static final String ORDER = "/sell/fulfillment/v1/order";

    private final EbayCopy copy;
    private final EbayGate gate;
    private final MarketBooks books;
    private final SandboxJson json;
    private final SandboxClock clock;
    private final Door door;

    EbayOrderController(
            EbayCopy copy, EbayGate gate, MarketBooks books, SandboxJson json, SandboxClock clock, Door door) {
        this.copy = copy;
        this.gate = gate;
        this.books = books;
        this.json = json;
        this.clock = clock;
        this.door = door;
    }

    @GetMapping(ORDER + "/{orderId}")
    ResponseEntity<byte[]> order(
            @PathVariable String orderId, @RequestHeader(name = "Authorization", required = false) String login) {
        return gate.found(login, orderId, order -> copy.say(200, EbayPaper.order(order)))
                .entity();
    }

    @GetMapping(ORDER + "/{orderId}/shipping_fulfillment")
    ResponseEntity<byte[]> fulfillments(
            @PathVariable String orderId, @RequestHeader(name = "Authorization", required = false) String login) {
        return gate.found(login, orderId, order -> copy.say(200, EbayPaper.fulfillments(order)))
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
        Answer answer = gate.found(login, orderId, order -> fulfil(order, json.object(body), made));
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
}
