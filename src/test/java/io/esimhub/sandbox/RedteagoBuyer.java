package io.esimhub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A client of eSIM Access that signs. */
record RedteagoBuyer(RunningSandbox sandbox) {

    static final String BASE = "/sandbox/redteago/api/v1/open";

    JsonNode order(String transactionId, String slug, int count) throws IOException {
        return call(
                "/esim/order",
                "{'transactionId':'%s','packageInfoList':[{'slug':'%s','count':%d}]}"
                        .formatted(transactionId, slug, count));
    }

    JsonNode query(String condition) throws IOException {
        return call("/esim/query", "{%s,'pager':{'pageNum':1,'pageSize':50}}".formatted(condition));
    }

    /** @param body with ' for " */
    JsonNode call(String path, String body) throws IOException {
        return call(path, body.replace('\'', '"'), "sandbox-secret");
    }

    JsonNode call(String path, String body, String secret) throws IOException {
        String timestamp = String.valueOf(System.currentTimeMillis());
        String requestId = UUID.randomUUID().toString();
        String signature = sign(secret, timestamp + requestId + "sandbox" + body);
        return RunningSandbox.read(sandbox.post(
                BASE + path,
                body,
                "RT-AccessCode",
                "sandbox",
                "RT-RequestID",
                requestId,
                "RT-Timestamp",
                timestamp,
                "RT-Signature",
                signature));
    }

    private static String sign(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
