package io.esimhub.sandbox.ebay;

import io.esimhub.sandbox.SandboxProperties;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tokens, and the public keys of notifications. */
@RestController
@RequestMapping(EbayCopy.BASE)
class EbayTokenController {

    private final EbayCopy copy;
    private final EbayGate gate;
    private final EbayKeyPair key;
    private final SandboxProperties.Ebay settings;

    EbayTokenController(EbayCopy copy, EbayGate gate, EbayKeyPair key, SandboxProperties settings) {
        this.copy = copy;
        this.gate = gate;
        this.key = key;
        this.settings = settings.ebay();
    }

    @PostMapping("/identity/v1/oauth2/token")
    ResponseEntity<byte[]> token(
            @RequestHeader(name = "Authorization", required = false) String login,
            @RequestParam Map<String, String> form) {
        String expected = "Basic "
                + Base64.getEncoder()
                        .encodeToString(
                                (settings.clientId() + ":" + settings.clientSecret()).getBytes(StandardCharsets.UTF_8));
        boolean seller = "refresh_token".equals(form.get("grant_type"))
                && settings.refreshToken().equals(form.get("refresh_token"));
        if (!expected.equals(login) || !seller && !"client_credentials".equals(form.get("grant_type"))) {
            return copy.say(400, Map.of("error", "invalid_grant", "error_description", "the grant is not valid"))
                    .entity();
        }
        return copy.say(
                        200,
                        Map.of(
                                "access_token",
                                gate.mint(seller ? "v^1.1#user." : "v^1.1#app."),
                                "expires_in",
                                EbayGate.LIFE.toSeconds(),
                                "token_type",
                                seller ? "User Access Token" : "Application Access Token"))
                .entity();
    }

    @GetMapping("/commerce/notification/v1/public_key/{kid}")
    ResponseEntity<byte[]> publicKey(
            @PathVariable String kid, @RequestHeader(name = "Authorization", required = false) String login) {
        return gate.letIn(
                        login,
                        () -> key.is(kid)
                                ? copy.say(200, key.published())
                                : copy.objection(404, 195001, "Invalid public key id"))
                .entity();
    }
}
