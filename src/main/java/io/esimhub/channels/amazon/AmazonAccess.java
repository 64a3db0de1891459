package io.esimhub.channels.amazon;

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
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.springframework.stereotype.Component;

/** The seller's token from Login with Amazon, fetched once for all who wait; it lasts an hour. */
@Component("amazonAccess")
class AmazonAccess {

    private final AmazonProperties properties;
    private final ObjectMapper json;
    private final ChannelAccess access;
    private final AccessTokens tokens;

    AmazonAccess(
            AmazonProperties properties, ProducerTemplate camel, ObjectMapper json, ChannelAccess access, Clock clock) {
        this.properties = properties;
        this.json = json;
        this.access = access;
        this.tokens = new AccessTokens("Amazon", () -> fetch(camel, clock), clock);
    }

    /** POST to LWA. */
    public void write(Exchange exchange) {
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_METHOD, "POST");
        message.setHeader(Exchange.HTTP_URI, properties.lwaUrl());
        message.setHeader(Exchange.CONTENT_TYPE, "application/x-www-form-urlencoded");
        message.setHeader("Accept", "application/json");
        message.setBody("grant_type=refresh_token&refresh_token=" + encoded(properties.refreshToken()) + "&client_id="
                + encoded(properties.clientId()) + "&client_secret=" + encoded(properties.clientSecret()));
    }

    /** @throws NoAccess if there is none to be had now */
    AccessToken token() {
        return tokens.token();
    }

    void letIn() {
        access.letIn(subject());
    }

    /** A call was refused with this token: the next one fetches another, unless this one is fresh. */
    void outOfUse(AccessToken used) {
        tokens.refused(used);
    }

    /** What we need is not given to us, with whatever token: a person's task. */
    void shutOut(String sentence) {
        access.refused(subject(), "AMAZON_ACCESS", sentence);
    }

    private CompletableFuture<AccessToken> fetch(ProducerTemplate camel, Clock clock) {
        return camel.asyncRequestBody("direct:amazon-token", null, HttpAnswer.class)
                .thenApply(answer -> token(answer, clock.instant()));
    }

    private AccessToken token(HttpAnswer answer, Instant now) {
        try {
            JsonNode body = ApiAnswers.read(answer, json, now);
            String token = body.path("access_token").asText("");
            long seconds = body.path("expires_in").asLong(0);
            if (!token.isBlank() && seconds > 0) {
                return AccessToken.of(token, now, Duration.ofSeconds(seconds));
            }
            throw new NoAccess("Amazon: an unreadable token");
        } catch (ApiRefused refused) {
            // LWA says invalid_grant with 400; one that is away has not judged our consent
            if (refused.status() == 400 || refused.shutOut()) {
                access.refused(subject(), "AMAZON_TOKEN", "no token: " + refused.getMessage());
            }
            throw new NoAccess("Amazon: no token, " + refused.getMessage());
        }
    }

    private String subject() {
        return "amazon:" + properties.account();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text == null ? "" : text, StandardCharsets.UTF_8)
                .replace("+", "%20");
    }
}
