package io.esimhub.channels.amazon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.channels.ApiAnswers;
import io.esimhub.channels.ApiRefused;
import io.esimhub.channels.ChannelBusy;
import io.esimhub.channels.access.AccessToken;
import io.esimhub.operations.http.HttpAnswer;
import io.esimhub.operations.rates.RateLimit;
import java.time.Clock;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.springframework.stereotype.Component;

/** The steps around every call of the Selling Partner API. Each operation's rate holds over all processes. */
@Component("amazonApi")
class AmazonApi {

    private static final String TOKEN = "amazonToken";

    private final AmazonProperties properties;
    private final AmazonAccess access;
    private final RateLimit rate;
    private final ObjectMapper json;
    private final Clock clock;

    AmazonApi(AmazonProperties properties, AmazonAccess access, RateLimit rate, ObjectMapper json, Clock clock) {
        this.properties = properties;
        this.access = access;
        this.rate = rate;
        this.json = json;
        this.clock = clock;
    }

    /**
     * The body is an {@link AmazonCall}; it becomes the request.
     *
     * @throws ChannelBusy if the operation's rate is used up: nothing is sent
     */
    public void write(Exchange exchange) {
        AmazonCall call = exchange.getMessage().getBody(AmazonCall.class);
        AmazonOperation operation = call.operation();
        rate.take("amazon:" + properties.account() + ":" + operation, operation.refilled(), operation.burst(), 1)
                .ifPresent(again -> {
                    throw new ChannelBusy(again);
                });
        AccessToken token = access.token();
        exchange.setProperty(TOKEN, token);
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_METHOD, call.method());
        message.setHeader(Exchange.HTTP_URI, properties.endpoint() + call.path());
        message.setHeader(
                "x-amz-access-token", call.restrictedToken() == null ? token.value() : call.restrictedToken());
        message.setHeader("User-Agent", "esim-hub/1 (Language=Java)");
        message.setHeader("Accept", "application/json");
        message.setBody(call.body());
        if (call.body() != null) {
            message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        }
    }

    /**
     * The body is an {@link HttpAnswer}; it becomes the answer's JSON, missing if it had none.
     *
     * @throws ApiRefused for everything but a success
     */
    public void read(Exchange exchange) {
        HttpAnswer answer = exchange.getMessage().getBody(HttpAnswer.class);
        try {
            JsonNode body = ApiAnswers.read(answer, json, clock.instant());
            access.letIn();
            exchange.getMessage().setBody(body);
        } catch (ApiRefused refused) {
            if (refused.shutOut()) {
                access.outOfUse(exchange.getProperty(TOKEN, AccessToken.class));
            }
            throw refused;
        }
    }
}
