package io.esimhub.suppliers.airalo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.operations.http.HttpAnswer;
import io.esimhub.operations.http.VendorText;
import io.esimhub.suppliers.SupplierSettings;
import io.esimhub.suppliers.SuppliersProperties;
import java.time.Clock;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.springframework.stereotype.Component;

/** What every call begins with: the token. It is fetched by a route of its own. */
@Component("airaloAccess")
class AiraloAccess {

    private static final String TOKEN = "airaloToken";

    private final SupplierSettings settings;
    private final AiraloTokens tokens;

    AiraloAccess(SuppliersProperties properties, ProducerTemplate camel, ObjectMapper json, Clock clock) {
        this.settings = properties.of(Airalo.CODE);
        this.tokens = new AiraloTokens(
                () -> camel.asyncRequestBody("direct:token-airalo", null, HttpAnswer.class),
                new AiraloTokenAnswers(json, new AiraloWords(json, new VendorText(settings.clientSecret()))),
                clock);
    }

    /** POST /token. */
    public void token(Exchange exchange) {
        AiraloForm.Written form = AiraloForm.token(settings).written();
        Message message = bare(exchange, "POST", "/token");
        message.setHeader(Exchange.CONTENT_TYPE, form.contentType());
        message.setBody(form.body());
    }

    /** @throws NotLetIn if there is no token to be had now */
    Message ask(Exchange exchange, String method, String path) {
        AiraloToken token = tokens.token();
        exchange.setProperty(TOKEN, token);
        Message message = bare(exchange, method, path);
        message.setHeader("Authorization", "Bearer " + token.value());
        return message;
    }

    /** @return whether the token that was sent was fresh, so that another one would help no more */
    boolean refused(Exchange exchange) {
        return tokens.refused(exchange.getProperty(TOKEN, AiraloToken.class));
    }

    private static Message bare(Exchange exchange, String method, String path) {
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_METHOD, method);
        message.setHeader(Exchange.HTTP_PATH, path);
        message.setHeader("Accept", "application/json");
        message.setBody(null);
        return message;
    }
}
