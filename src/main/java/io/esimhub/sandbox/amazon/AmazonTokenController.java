package io.esimhub.sandbox.amazon;

import static io.esimhub.sandbox.amazon.AmazonGate.TOKEN;

import io.esimhub.sandbox.SandboxProperties;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Login with Amazon, and the tokens for restricted data. */
@RestController
@RequestMapping(AmazonCopy.BASE)
class AmazonTokenController {

    private final AmazonCopy copy;
    private final AmazonTokens tokens;
    private final AmazonGate gate;
    private final SandboxProperties.Amazon settings;

    AmazonTokenController(AmazonCopy copy, AmazonTokens tokens, AmazonGate gate, SandboxProperties settings) {
        this.copy = copy;
        this.tokens = tokens;
        this.gate = gate;
        this.settings = settings.amazon();
    }

    @PostMapping("/auth/o2/token")
    ResponseEntity<byte[]> login(@RequestParam Map<String, String> form) {
        boolean known = "refresh_token".equals(form.get("grant_type"))
                && settings.clientId().equals(form.get("client_id"))
                && settings.clientSecret().equals(form.get("client_secret"))
                && settings.refreshToken().equals(form.get("refresh_token"));
        return (known
                        ? copy.say(
                                200,
                                Map.of(
                                        "access_token",
                                        tokens.mint("Atza|"),
                                        "token_type",
                                        "bearer",
                                        "expires_in",
                                        AmazonTokens.LIFE.toSeconds()))
                        : copy.say(
                                400,
                                Map.of(
                                        "error",
                                        "invalid_grant",
                                        "error_description",
                                        "The request has an invalid grant parameter")))
                .entity();
    }

    @PostMapping("/tokens/2021-03-01/restrictedDataToken")
    ResponseEntity<byte[]> restricted(@RequestHeader(name = TOKEN, required = false) String token) {
        return gate.letIn(
                        token,
                        () -> copy.say(
                                200, Map.of("restrictedDataToken", tokens.mint("Atz.sprdt|"), "expiresIn", 3600)))
                .entity();
    }
}
