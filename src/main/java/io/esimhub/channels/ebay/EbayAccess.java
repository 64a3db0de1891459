package io.esimhub.channels.ebay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.channels.ApiAnswers;
import io.esimhub.channels.ApiRefused;
import io.esimhub.channels.ChannelAccess;
import io.esimhub.channels.access.AccessToken;
import io.esimhub.channels.access.AccessTokens;
import io.esimhub.channels.access.NoAccess;
import io.esimhub.operations.http.HttpAnswer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.springframework.stereotype.Component;

/**
 * eBay's tokens (OAuth at {@code /identity/v1/oauth2/token}): minted once for all who wait, as eBay counts how many an application mints
 * in a day.
 */
@Component("ebayAccess")
class EbayAccess {

    private static final String TOKEN = "ebayToken";
    private static final String WHOSE = "ebayScope";

    private final EbayProperties properties;
    private final ObjectMapper json;
    private final ChannelAccess access;
    private final Clock clock;
    private final Map<EbayScope, AccessTokens> tokens = new EnumMap<>(EbayScope.class);

    EbayAccess(
            EbayProperties properties, ProducerTemplate camel, ObjectMapper json, ChannelAccess access, Clock clock) {
        this.properties = properties;
        this.json = json;
        this.access = access;
        this.clock = clock;
        for (EbayScope scope : EbayScope.values()) {
            tokens.put(scope, new AccessTokens("eBay", () -> fetch(camel, scope), clock));
        }
    }

    /** The body is the {@link EbayScope}; it becomes the request for its token. */
    public void write(Exchange exchange) {
        EbayScope scope = exchange.getMessage().getBody(EbayScope.class);
        Message message = bare(exchange, "POST", "/identity/v1/oauth2/token");
        String login = properties.clientId() + ":" + properties.clientSecret();
        message.setHeader(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
        message.setHeader(Exchange.CONTENT_TYPE, "application/x-www-form-urlencoded");
        message.setBody(
                scope == EbayScope.APPLICATION
                        ? "grant_type=client_credentials&scope=" + encoded(scope.scope())
                        : "grant_type=refresh_token&refresh_token=" + encoded(properties.refreshToken()) + "&scope="
                                + encoded(scope.scope()));
    }

    /** Writes a call's head. @param path with its query, percent-encoded */
    void ask(Exchange exchange, EbayScope scope, String method, String path) {
        AccessToken token = tokens.get(scope).token();
        exchange.setProperty(TOKEN, token);
        exchange.setProperty(WHOSE, scope);
        Message message = bare(exchange, method, path);
        message.setHeader("Authorization", "Bearer " + token.value());
    }

    /**
     * What the answer to such a call brought; the body is an {@link HttpAnswer}.
     *
     * @throws ApiRefused for everything but a success
     */
    JsonNode read(Exchange exchange) {
        HttpAnswer answer = exchange.getMessage().getBody(HttpAnswer.class);
        try {
            JsonNode body = ApiAnswers.read(answer, json, clock.instant());
            access.letIn(subject(exchange.getProperty(WHOSE, EbayScope.class)));
            return body;
        } catch (ApiRefused refused) {
            if (refused.shutOut()) {
                AccessToken used = exchange.getProperty(TOKEN, AccessToken.class);
                EbayScope scope = exchange.getProperty(WHOSE, EbayScope.class);
                tokens.get(scope).refused(used);
                access.refused(subject(scope), "EBAY_TOKEN", refused.getMessage());
            }
            throw refused;
        }
    }

    private CompletableFuture<AccessToken> fetch(ProducerTemplate camel, EbayScope scope) {
        return camel.asyncRequestBody("direct:ebay-token", scope, HttpAnswer.class)
                .thenApply(answer -> token(scope, answer, clock.instant()));
    }

    /** @throws NoAccess if it is no token */
    private AccessToken token(EbayScope scope, HttpAnswer answer, Instant now) {
        try {
            JsonNode body = ApiAnswers.read(answer, json, now);
            String token = body.path("access_token").asText("");
            long seconds = body.path("expires_in").asLong(0);
            if (!token.isBlank() && seconds > 0) {
                return AccessToken.of(token, now, Duration.ofSeconds(seconds));
            }
            throw new NoAccess("eBay: an unreadable token");
        } catch (ApiRefused refused) {
            // eBay says invalid_grant with 400; one that is away has not judged our consent
            if (refused.status() == 400 || refused.shutOut()) {
                access.refused(subject(scope), "EBAY_TOKEN", "no token: " + refused.getMessage());
            }
            throw new NoAccess("eBay: no token, " + refused.getMessage());
        }
    }

    /** The application may be let in while the seller's consent is revoked: two cases, closed each by its own success. */
    private String subject(EbayScope scope) {
        return "ebay:" + properties.account() + (scope == EbayScope.APPLICATION ? ":application" : "");
    }

    private Message bare(Exchange exchange, String method, String path) {
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_METHOD, method);
        message.setHeader(Exchange.HTTP_URI, properties.apiUrl() + path);
        message.setHeader("Accept", "application/json");
        message.setBody(null);
        return message;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text == null ? "" : text, StandardCharsets.UTF_8)
                .replace("+", "%20");
    }
}
