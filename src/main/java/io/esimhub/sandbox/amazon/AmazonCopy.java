package io.esimhub.sandbox.amazon;

import io.esimhub.sandbox.Answer;
import io.esimhub.sandbox.SandboxJson;
import io.esimhub.sandbox.faults.SupplierCopy;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How the Selling Partner API words its errors. */
@Component
class AmazonCopy implements SupplierCopy {

    static final String CODE = "amazon";
    static final String BASE = "/sandbox/amazon";

    private final SandboxJson json;

    AmazonCopy(SandboxJson json) {
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
        return path.replaceFirst("[0-9]{3}-[0-9]{7}-[0-9]{7}", "{orderId}");
    }

    @Override
    public Answer error(int status, String method, String path) {
        return switch (status) {
            case 401 -> objection(403, "Unauthorized", "Access to requested resource is denied.");
            case 429 -> objection(429, "QuotaExceeded", "You exceeded your quota for the requested resource.");
            default -> objection(status, "InternalFailure", "We encountered an internal error. Please try again.");
        };
    }

    Answer objection(int status, String code, String message) {
        return say(status, Map.of("errors", List.of(Map.of("code", code, "message", message, "details", ""))));
    }

    Answer say(int status, Map<String, ?> body) {
        return Answer.json(status, json.write(body));
    }
}
