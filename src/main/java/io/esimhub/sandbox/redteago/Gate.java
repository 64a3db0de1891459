package io.esimhub.sandbox.redteago;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.sandbox.SandboxJson;
import io.esimhub.sandbox.SandboxProperties;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Lets in who knows the access code, and checks the signature if there is one: lower-case hex of HMAC-SHA256 over time
 * stamp, request id, access code and body. The time stamp's age is not judged.
 */
@Component
class Gate {

    private static final String ALGORITHM = "HmacSHA256";

    private final SandboxProperties.Redteago settings;
    private final SandboxJson json;
    private final SecretKeySpec secret;

    Gate(SandboxProperties settings, SandboxJson json) {
        this.settings = settings.redteago();
        this.json = json;
        this.secret = new SecretKeySpec(bytes(this.settings.secretKey()), ALGORITHM);
    }

    /** @param body may be null; no body is an empty object */
    Envelope enter(HttpHeaders headers, byte[] body, Function<JsonNode, Envelope> service) {
        byte[] received = body == null ? new byte[0] : body;
        return objection(headers, received).orElseGet(() -> json.object(received.length == 0 ? bytes("{}") : received)
                .map(service)
                .orElseGet(() -> Envelope.refused("000104", "request json is invalid")));
    }

    private Optional<Envelope> objection(HttpHeaders headers, byte[] body) {
        String accessCode = headers.getFirst("RT-AccessCode");
        if (accessCode == null) {
            return Optional.of(Envelope.refused("000101", "request header RT-AccessCode is missing"));
        }
        if (!accessCode.equals(settings.accessCode())) {
            return Optional.of(Envelope.refused("101003", "request signature is invalid"));
        }
        String signature = headers.getFirst("RT-Signature");
        return signature == null ? Optional.empty() : signed(headers, accessCode, signature, body);
    }

    private Optional<Envelope> signed(HttpHeaders headers, String accessCode, String signature, byte[] body) {
        String requestId = headers.getFirst("RT-RequestID");
        String timestamp = headers.getFirst("RT-Timestamp");
        if (requestId == null || timestamp == null) {
            return Optional.of(Envelope.refused("000101", "request header RT-RequestID or RT-Timestamp is missing"));
        }
        if (!timestamp.matches("\\d{13}")) {
            return Optional.of(Envelope.refused("000102", "request header RT-Timestamp is not in milliseconds"));
        }
        byte[] expected = bytes(sign(bytes(timestamp + requestId + accessCode), body));
        return MessageDigest.isEqual(expected, bytes(signature))
                ? Optional.empty()
                : Optional.of(Envelope.refused("101003", "request signature is invalid"));
    }

    private String sign(byte[] start, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            mac.update(start);
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
