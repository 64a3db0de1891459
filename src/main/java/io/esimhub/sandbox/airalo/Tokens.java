package io.esimhub.sandbox.airalo;

import io.esimhub.sandbox.Answer;
import io.esimhub.sandbox.SandboxClock;
import io.esimhub.sandbox.SandboxProperties;
import io.esimhub.sandbox.shop.Digits;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Gives out tokens, and knows them again until they expire or this process ends. */
@RestController("sandboxAiraloTokens")
class Tokens {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private final Map<String, Instant> expiry = new ConcurrentHashMap<>();
    private final SandboxProperties.Airalo settings;
    private final SandboxClock clock;
    private final AiraloCopy copy;
    private final Form.Reader forms;

    Tokens(SandboxProperties settings, SandboxClock clock, AiraloCopy copy, Form.Reader forms) {
        this.settings = settings.airalo();
        this.clock = clock;
        this.copy = copy;
        this.forms = forms;
    }

    @PostMapping(AiraloCopy.BASE + "/token")
    ResponseEntity<byte[]> token(
            @RequestHeader(value = "Content-Type", required = false) String contentType,
            @RequestBody(required = false) byte[] body) {
        return answer(forms.read(contentType, body)).entity();
    }

    /** @param authorization the header; may be null */
    boolean letsIn(String authorization) {
        return authorization != null
                && authorization.startsWith("Bearer ")
                && clock.instant().isBefore(expiry.getOrDefault(authorization.substring(7), Instant.MIN));
    }

    private Answer answer(Form form) {
        if (!form.text("client_id").equals(settings.clientId())) {
            return copy.invalid(Map.of("client_id", "The selected client id is invalid."));
        }
        if (!form.text("client_secret").equals(settings.clientSecret())
                || !form.text("grant_type").equals("client_credentials")) {
            return copy.nothing(401, "Client authentication failed");
        }
        String token = Digits.random(80, ALPHABET);
        expiry.put(token, clock.instant().plus(settings.tokenLife()));
        return copy.ok(
                200,
                Map.of(
                        "token_type",
                        "Bearer",
                        "expires_in",
                        settings.tokenLife().toSeconds(),
                        "access_token",
                        token));
    }
}
