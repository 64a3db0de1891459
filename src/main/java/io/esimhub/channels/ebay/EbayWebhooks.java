package io.esimhub.channels.ebay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.channels.ApiRefused;
import io.esimhub.channels.ChannelEvent;
import io.esimhub.channels.ReadEvent;
import io.esimhub.operations.inbox.Inbox;
import io.esimhub.operations.inbox.InboxEvent;
import io.esimhub.operations.web.FieldError;
import io.esimhub.operations.web.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** The steps of eBay's address: its challenge, and its notifications. */
@Component("ebayWebhooks")
class EbayWebhooks {

    static final String CHANNEL = "ebay";

    private static final String SIGNATURE = "ebaySignature";
    private static final String DELIVERY = "ebayDelivery";
    private static final String WANTED = "ebayKeyWanted";
    private static final Duration LATER = Duration.ofMinutes(1);
    private static final int LONGEST_CHALLENGE = 200;

    private final EbayProperties properties;
    private final EbayKeys keys;
    private final EbayAccess access;
    private final ObjectMapper json;
    private final Inbox inbox;

    EbayWebhooks(EbayProperties properties, EbayKeys keys, EbayAccess access, ObjectMapper json, Inbox inbox) {
        this.properties = properties;
        this.keys = keys;
        this.access = access;
        this.json = json;
        this.inbox = inbox;
    }

    /** SHA-256 of code, verification token and endpoint, in that order (eBay, "Marketplace account deletion"). */
    public Map<String, String> challenge(String code) {
        requireOn();
        if (code == null || code.isBlank() || code.length() > LONGEST_CHALLENGE) {
            throw Problem.badRequest(
                    "no-challenge",
                    "This address answers eBay's challenge.",
                    List.of(new FieldError("challenge_code", "missing", "send it as eBay does")));
        }
        String hashed = code + properties.verificationToken() + properties.webhookEndpoint();
        return Map.of("challengeResponse", HexFormat.of().formatHex(sha256(hashed)));
    }

    /** Takes the named header and the raw body along, and finds out whether the key is known. */
    public void read(Exchange exchange) {
        requireOn();
        EbayDelivery delivery = EbayDelivery.of(exchange.getMessage());
        EbaySignature signature =
                EbaySignature.read(delivery.signature(), json).orElseThrow(EbayWebhooks::badSignature);
        exchange.getMessage().removeHeaders("*");
        exchange.setProperty(DELIVERY, delivery);
        exchange.setProperty(SIGNATURE, signature);
        boolean wanted = keys.find(signature.kid()).isEmpty();
        if (wanted && !keys.mayAsk(signature.kid())) {
            throw Problem.unavailable(
                    "too-many-keys", "Too many unknown keys were named in the last minute. Send it again.", LATER);
        }
        exchange.setProperty(WANTED, wanted);
    }

    /** Asks for the key that the signature names. */
    public void askForKey(Exchange exchange) {
        String kid = exchange.getProperty(SIGNATURE, EbaySignature.class).kid();
        access.ask(
                exchange, EbayScope.APPLICATION, "GET", "/commerce/notification/v1/public_key/" + UUID.fromString(kid));
    }

    public void keepKey(Exchange exchange) {
        String kid = exchange.getProperty(SIGNATURE, EbaySignature.class).kid();
        try {
            keys.keep(kid, EbayKey.read(access.read(exchange)));
        } catch (ApiRefused refused) {
            if (refused.status() != 404 && refused.status() != 400) {
                throw refused;
            }
            keys.keep(kid, Optional.empty());
        }
    }

    /** eBay could not be asked: it sends again what was not taken. */
    public void keyNotToBeHad() {
        throw Problem.unavailable(
                "no-key", "The key of this signature could not be read from eBay. Send it again.", LATER);
    }

    /**
     * The body becomes the {@link EbayDelivery}.
     *
     * @throws Problem 401 if the signature is not eBay's over these bytes
     */
    public void verify(Exchange exchange) {
        EbayDelivery delivery = exchange.getProperty(DELIVERY, EbayDelivery.class);
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setBody(delivery);
        EbaySignature signature = exchange.getProperty(SIGNATURE, EbaySignature.class);
        boolean signed = delivery.body().length > 0
                && keys.find(signature.kid())
                        .flatMap(key -> key)
                        .filter(key -> signature.signs(delivery.body(), key))
                        .isPresent();
        if (!signed) {
            throw badSignature();
        }
    }

    /** Commits the notification and the work it asks for; after that eBay may be told. */
    public void accept(EbayDelivery delivery) {
        JsonNode body = parse(delivery.body());
        Optional<EbayNotification> notification = EbayNotification.read(body);
        InboxEvent event = new InboxEvent(
                CHANNEL,
                properties.account(),
                notification.map(EbayNotification::topic).orElse("unreadable"),
                notification.map(EbayNotification::id).orElse("unnumbered"),
                Map.of(),
                delivery.body());
        inbox.accept(event, ChannelEvent.QUEUE, new ReadEvent(event, null));
    }

    private void requireOn() {
        if (!properties.on()) {
            throw Problem.notFound("channel-off", "eBay is not set up here (hub.channels.ebay).");
        }
    }

    private JsonNode parse(byte[] body) {
        try {
            return json.readTree(body);
        } catch (IOException unreadable) {
            throw Problem.badRequest("not-json", "The body is not JSON, or is nested too deep.");
        }
    }

    private static Problem badSignature() {
        return Problem.unauthorized(
                "bad-signature",
                "X-EBAY-SIGNATURE is not eBay's signature of this body. Send the bytes that were signed.");
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
