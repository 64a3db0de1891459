package io.esimhub.sandbox.esimgo;

import io.esimhub.sandbox.Answer;
import io.esimhub.sandbox.SandboxJson;
import io.esimhub.sandbox.faults.SupplierCopy;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How eSIM Go words its errors: text for {@code POST /orders}, JSON with a message for everything else. */
@Component
class EsimGoCopy implements SupplierCopy {

    static final String CODE = "esim-go";
    static final String BASE = "/sandbox/esim-go/v2.4";

    private static final String ORDERS = "/orders";

    private final SandboxJson json;

    EsimGoCopy(SandboxJson json) {
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
        if (path.startsWith(ORDERS + "/")) {
            return ORDERS + "/{reference}";
        }
        return path.equals("/esims/assignments")
                ? path
                : path.replaceFirst("^/esims/[^/]+", "/esims/{iccid}").replaceFirst("/bundles/.+", "/bundles/{name}");
    }

    @Override
    public Answer error(int status, String method, String path) {
        boolean order = "POST".equals(method) && ORDERS.equals(path);
        return switch (status) {
            case 401 -> order ? text(401, "Unauthorized") : message(403, "access denied");
            case 429 -> message(429, "Rate limit exceeded");
            case 503 -> say(order, 503, "Processing, please come back later");
            default -> say(order, status, "Internal server error");
        };
    }

    Answer text(int status, String text) {
        return Answer.text(status, "text/plain;charset=UTF-8", text);
    }

    Answer message(int status, String text) {
        return Answer.json(status, json.write(Map.of("message", text)));
    }

    private Answer say(boolean order, int status, String text) {
        return order ? text(status, text) : message(status, text);
    }
}
