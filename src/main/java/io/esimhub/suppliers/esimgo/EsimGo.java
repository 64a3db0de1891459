package io.esimhub.suppliers.esimgo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.suppliers.FindAnswer;
import io.esimhub.suppliers.HttpAnswer;
import io.esimhub.suppliers.OrderWindow;
import io.esimhub.suppliers.SupplierAnswer;
import io.esimhub.suppliers.SupplierListing;
import io.esimhub.suppliers.SupplierOrderRequest;
import io.esimhub.suppliers.SuppliersProperties;
import io.esimhub.suppliers.VendorText;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.springframework.stereotype.Component;

/** The steps of eSIM Go's routes: our words into its requests, its answers into ours. */
@Component("esimGo")
class EsimGo {

    static final String CODE = "esim-go";

    private static final String QUANTITY = "esimGoQuantity";
    private static final String REFERENCE = "esimGoReference";
    private static final String SO_FAR = "esimGoSoFar";
    private static final String PAGES = "esimGoPages";

    private final EsimGoAnswers answers;
    private final ObjectMapper json;
    private final String apiKey;
    private final Clock clock;

    EsimGo(SuppliersProperties properties, ObjectMapper json, Clock clock) {
        this.apiKey = properties.of(CODE).apiKey();
        this.answers = new EsimGoAnswers(json, new VendorText(apiKey));
        this.json = json;
        this.clock = clock;
    }

    /** POST /orders. */
    public void order(Exchange exchange) throws JsonProcessingException {
        SupplierOrderRequest request = exchange.getMessage().getBody(SupplierOrderRequest.class);
        exchange.setProperty(QUANTITY, request.quantity());
        Message message = ask(exchange, "POST");
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
        ask(exchange, "GET").setHeader(Exchange.HTTP_PATH, "/" + encoded(reference));
    }

    public FindAnswer found(HttpAnswer answer) {
        return answers.found(answer);
    }

    /** GET /esims/assignments; its default is CSV. */
    public void assignments(Exchange exchange) {
        exchange.setProperty(SO_FAR, exchange.getMessage().getBody(FindAnswer.Allocating.class));
        String reference = exchange.getProperty(REFERENCE, String.class);
        ask(exchange, "GET").setHeader(Exchange.HTTP_QUERY, "reference=" + encoded(reference));
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
        ask(exchange, "GET").setHeader(Exchange.HTTP_QUERY, pages(exchange).query());
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

    private Message ask(Exchange exchange, String method) {
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_METHOD, method);
        message.setHeader("X-API-Key", apiKey);
        message.setHeader("Accept", "application/json");
        message.setBody(null);
        return message;
    }

    /** For a path as well as for a query: a blank as %20, a slash never as itself. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
