package io.esimhub.sandbox.ebay;

import io.esimhub.sandbox.Answer;
import io.esimhub.sandbox.SandboxJson;
import io.esimhub.sandbox.faults.SupplierCopy;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How eBay's APIs word their errors. */
@Component
class EbayCopy implements SupplierCopy {

    static final String CODE = "ebay";
    static final String BASE = "/sandbox/ebay";

    private final SandboxJson json;

    EbayCopy(SandboxJson json) {
        this.json = json;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String base() {
        return BASE;
    }

    @Override
    public String operation(String path) {
        return path.replaceFirst("/order/[^/]+", "/order/{orderId}")
                .replaceFirst("/public_key/.+", "/public_key/{kid}");
    }

    @Override
    public Answer error(int status, String method, String path) {
        return switch (status) {
            case 401 -> objection(401, 1001, "Invalid access token");
            case 429 -> objection(429, 2001, "Too many requests.");
            default -> objection(status, 30500, "System error");
        };
    }

    Answer objection(int status, int id, String message) {
        return say(
                status,
                Map.of(
                        "errors",
                        List.of(Map.of(
                                "errorId",
                                id,
                                "domain",
                                "API_FULFILLMENT",
                                "category",
                                "REQUEST",
                                "message",
                                message))));
    }

    Answer say(int status, Map<String, ?> body) {
        return Answer.json(status, json.write(body));
    }
}
