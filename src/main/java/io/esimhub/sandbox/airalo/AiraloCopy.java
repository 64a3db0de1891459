package io.esimhub.sandbox.airalo;

import io.esimhub.sandbox.Answer;
import io.esimhub.sandbox.SandboxJson;
import io.esimhub.sandbox.faults.SupplierCopy;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How Airalo words its answers: {@code data} and {@code meta}, or a code and a reason. */
@Component
class AiraloCopy implements SupplierCopy {

    static final String CODE = "airalo";
    static final String BASE = "/sandbox/airalo/v2";

    private final SandboxJson json;

    AiraloCopy(SandboxJson json) {
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
        return path.replaceFirst("^/orders/[^/]+$", "/orders/{id}").replaceFirst("^/sims/[^/]+", "/sims/{iccid}");
    }

    @Override
    public Answer error(int status, String method, String path) {
        return switch (status) {
            case 401 -> nothing(401, "This action is unauthorized.");
            case 429 -> say(429, Map.of("message", "Too Many Attempts."));
            default -> say(status, Map.of("message", "Server Error"));
        };
    }

    Answer ok(int status, Object data) {
        return say(status, Map.of("data", data, "meta", Map.of("message", "success")));
    }

    Answer nothing(int status, String message) {
        return say(status, Map.of("data", List.of(), "meta", Map.of("message", message)));
    }

    /** @param data sentences by field */
    Answer invalid(Map<String, String> data) {
        return say(422, Map.of("data", data, "meta", Map.of("message", "the parameter is invalid")));
    }

    Answer refused(int code, String reason) {
        return say(422, Map.of("code", code, "reason", reason));
    }

    Answer say(int status, Object body) {
        return Answer.json(status, json.write(body));
    }
}
