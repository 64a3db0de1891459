package io.esimhub.suppliers.airalo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.operations.HubSettings;
import io.esimhub.operations.http.HttpAnswer;
import io.esimhub.operations.http.VendorText;
import io.esimhub.suppliers.FindAnswer;
import io.esimhub.suppliers.SupplierAnswer;
import io.esimhub.suppliers.SupplierOrderRequest;
import io.esimhub.suppliers.SupplierSettings;
import io.esimhub.suppliers.SuppliersProperties;
import java.time.Clock;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.springframework.stereotype.Component;

/** The steps of Airalo's routes that place an order and ask for one: our words into its requests, its answers into ours. */
@Component("airalo")
class Airalo {

    static final String CODE = "airalo";

    private static final String REQUEST = "airaloRequest";

    private final AiraloAccess access;
    private final AiraloAnswers answers;
    private final boolean asynchronous;
    private final String webhookUrl;
    private final Clock clock;

    Airalo(SuppliersProperties properties, HubSettings hub, AiraloAccess access, ObjectMapper json, Clock clock) {
        SupplierSettings settings = properties.of(CODE);
        this.access = access;
        this.answers = new AiraloAnswers(json, new AiraloWords(json, new VendorText(settings.clientSecret())));
        this.asynchronous = settings.asynchronous();
        this.webhookUrl = hub.publicUrl() + "/webhooks/suppliers/" + CODE;
        this.clock = clock;
    }

    /** POST /orders, or /orders-async with the address of our own door. */
    public void order(Exchange exchange) {
        SupplierOrderRequest request = exchange.getMessage().getBody(SupplierOrderRequest.class);
        exchange.setProperty(REQUEST, request);
        AiraloForm form = AiraloForm.order(request);
        AiraloForm.Written written = (asynchronous ? form.toldAt(webhookUrl) : form).written();
        Message message = access.ask(exchange, "POST", asynchronous ? "/orders-async" : "/orders");
        message.setHeader(Exchange.CONTENT_TYPE, written.contentType());
        message.setBody(written.body());
    }

    public SupplierAnswer ordered(Exchange exchange) {
        HttpAnswer answer = exchange.getMessage().getBody(HttpAnswer.class);
        if (answer.status() == 401) {
            return answers.tokenRefused(answer, access.refused(exchange));
        }
        SupplierOrderRequest request = exchange.getProperty(REQUEST, SupplierOrderRequest.class);
        return answers.placed(answer, request.key(), request.quantity(), clock.instant());
    }

    /** There was no token, so the order was not sent. */
    public void notLetIn(Exchange exchange) {
        NotLetIn failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, NotLetIn.class);
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setBody(failure.answer());
    }

    /** GET /orders/{id}. */
    public void find(Exchange exchange) {
        String id = exchange.getMessage().getBody(String.class);
        access.ask(exchange, "GET", "/orders/" + id).setHeader(Exchange.HTTP_QUERY, "include=sims,status");
    }

    public FindAnswer found(Exchange exchange) {
        HttpAnswer answer = exchange.getMessage().getBody(HttpAnswer.class);
        if (answer.status() == 401) {
            access.refused(exchange);
        }
        return answers.found(answer);
    }

    /** A request's id cannot be asked for: the list shows the order under our key when it is there. */
    public FindAnswer notNumberedYet() {
        return new FindAnswer.Allocating(0, 0);
    }
}
