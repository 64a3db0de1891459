package io.esimhub.sandbox.amazon;

import static io.esimhub.sandbox.amazon.AmazonGate.TOKEN;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.sandbox.Answer;
import io.esimhub.sandbox.SandboxClock;
import io.esimhub.sandbox.SandboxJson;
import io.esimhub.sandbox.faults.Circumstances;
import io.esimhub.sandbox.shop.Door;
import io.esimhub.sandbox.storefront.MarketOrder;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the seller says what was sent. The packages that are known are the order's shipments: what it forgets is unknown again. */
@RestController
@RequestMapping(AmazonCopy.BASE)
class AmazonShipmentController {

    private final AmazonCopy copy;
    private final AmazonGate gate;
    private final SandboxJson json;
    private final SandboxClock clock;
    private final Door door;

    AmazonShipmentController(AmazonCopy copy, AmazonGate gate, SandboxJson json, SandboxClock clock, Door door) {
        this.copy = copy;
        this.gate = gate;
        this.json = json;
        this.clock = clock;
        this.door = door;
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
        Answer answer = gate.found(token, orderId, order -> confirm(order, json.object(body)));
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
        // nobody else may send the same package between the question and the answer
        synchronized (order) {
            boolean known =
                    order.shipments().stream().anyMatch(each -> each.id().equals(reference));
            return known ? Answer.json(204, new byte[0]) : send(order, reference, detail);
        }
    }

    private Answer send(MarketOrder order, String reference, JsonNode detail) {
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
            return copy.objection(400, "InvalidInput", "OrderItemId is invalid, or has less left: " + objection.get());
        }
        return Answer.json(204, new byte[0]);
    }
}
