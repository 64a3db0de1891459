package io.esimhub.suppliers.esimgo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.operations.http.HttpAnswer;
import io.esimhub.suppliers.FindAnswer;
import io.esimhub.suppliers.OrderWindow;
import io.esimhub.suppliers.SupplierAnswer;
import io.esimhub.suppliers.SupplierListing;
import io.esimhub.suppliers.SupplierOrderRequest;
import java.io.IOException;
import java.time.Clock;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.springframework.stereotype.Component;

/** The steps of eSIM Go's routes about orders: our words into its requests, its answers into ours. */
@Component("esimGo")
class EsimGo {

    static final String CODE = "esim-go";

    private static final String QUANTITY = "esimGoQuantity";
    private static final String REFERENCE = "esimGoReference";
    private static final String SO_FAR = "esimGoSoFar";
    private static final String PAGES = "esimGoPages";

    private final EsimGoRequests requests;
    private final EsimGoAnswers answers;
    private final ObjectMapper json;
    private final Clock clock;

    EsimGo(EsimGoRequests requests, ObjectMapper json, Clock clock) {
        this.requests = requests;
        this.answers = new EsimGoAnswers(json, requests.words());
        this.json = json;
        this.clock = clock;
    }

    /** POST /orders. */
    public void order(Exchange exchange) throws JsonProcessingException {
        SupplierOrderRequest request = exchange.getMessage().getBody(SupplierOrderRequest.class);
        exchange.setProperty(QUANTITY, request.quantity());
        Message message = requests.ask(exchange, "POST");
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        message.setBody(json.writeValueAsBytes(EsimGoOrderRequest.of(request)));
    }

    public SupplierAnswer ordered(Exchange exchange) {
        HttpAnswer answer = exchange.getMessage().getBody(HttpAnswer.class);
        return answers.placed(answer, exchange.getProperty(QUANTITY, Integer.class), clock.instant());
    }

    /** GET /orders/{reference}. */
    public void find(Exchange exchange) {
        String reference = exchange.getMessage().getBody(String.class);
        exchange.setProperty(REFERENCE, reference);
        requests.ask(exchange, "GET").setHeader(Exchange.HTTP_PATH, "/" + EsimGoRequests.encoded(reference));
    }

    public FindAnswer found(HttpAnswer answer) {
        return answers.found(answer);
    }

    /** GET /esims/assignments; its default is CSV. */
    public void assignments(Exchange exchange) {
        exchange.setProperty(SO_FAR, exchange.getMessage().getBody(FindAnswer.Allocating.class));
        String reference = exchange.getProperty(REFERENCE, String.class);
        requests.ask(exchange, "GET").setHeader(Exchange.HTTP_QUERY, "reference=" + EsimGoRequests.encoded(reference));
    }

    public FindAnswer assigned(Exchange exchange) {
        HttpAnswer answer = exchange.getMessage().getBody(HttpAnswer.class);
        return answers.assigned(answer, exchange.getProperty(SO_FAR, FindAnswer.Allocating.class));
    }

    public void startList(Exchange exchange) {
        exchange.setProperty(PAGES, new EsimGoPages(exchange.getMessage().getBody(OrderWindow.class)));
    }

    /** GET /orders, one page. */
    public void page(Exchange exchange) {
        requests.ask(exchange, "GET")
                .setHeader(Exchange.HTTP_QUERY, pages(exchange).query());
    }

    public void pageRead(Exchange exchange) throws IOException {
        HttpAnswer answer = exchange.getMessage().getBody(HttpAnswer.class);
        pages(exchange).add(answers.listed(answer), answer.date());
    }

    public SupplierListing listed(Exchange exchange) {
        return pages(exchange).listing();
    }

    private static EsimGoPages pages(Exchange exchange) {
        return exchange.getProperty(PAGES, EsimGoPages.class);
    }
}
