package io.esimhub.sandbox.shopify;

import io.esimhub.sandbox.Answer;
import io.esimhub.sandbox.SandboxJson;
import io.esimhub.sandbox.faults.SupplierCopy;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How Shopify's Admin API words its errors. */
@Component
class ShopifyCopy implements SupplierCopy {

    static final String CODE = "shopify";
    static final String BASE = "/sandbox/shopify";

    private final SandboxJson json;

    ShopifyCopy(SandboxJson json) {
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
        return path.replaceFirst("/bulk/[^/]+", "/bulk/{file}");
    }

    @Override
    public Answer error(int status, String method, String path) {
        return switch (status) {
            case 401 ->
                say(
                        401,
                        Map.of(
                                "errors",
                                "[API] Invalid API key or access token (unrecognized login or wrong password)"));
            case 429 -> throttled(Map.of());
            default -> say(status, Map.of("errors", "Internal Server Error"));
        };
    }

    /** With status 200, as Shopify does. */
    Answer throttled(Map<String, ?> cost) {
        return say(
                200,
                Map.of(
                        "errors",
                        List.of(Map.of("message", "Throttled", "extensions", Map.of("code", "THROTTLED"))),
                        "extensions",
                        cost));
    }

    Answer say(int status, Map<String, ?> body) {
        return Answer.json(status, json.write(body));
    }
}
