package io.esimhub.sandbox.redteago;

import io.esimhub.sandbox.Answer;
import io.esimhub.sandbox.SandboxJson;
import io.esimhub.sandbox.faults.SupplierCopy;
import org.springframework.stereotype.Component;

/** How eSIM Access words its errors: its envelope, with HTTP 200 for whatever is the caller's fault. */
@Component
class RedteagoCopy implements SupplierCopy {

    static final String CODE = "redteago";
    static final String BASE = "/sandbox/redteago";

    private final SandboxJson json;

    RedteagoCopy(SandboxJson json) {
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
    public Answer error(int status, String method, String path) {
        return switch (status) {
            case 401 -> say(200, Envelope.refused("101003", "request signature is invalid"));
            case 429 -> say(429, Envelope.refused("900001", "system busy, please try again later"));
            default -> say(status, Envelope.refused("000001", "server error"));
        };
    }

    Answer say(int status, Envelope envelope) {
        return Answer.json(status, json.write(envelope));
    }
}
