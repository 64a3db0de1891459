package io.esimhub.suppliers.redteago;

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
import org.springframework.stereotype.Component;

/** The steps of RedteaGO's routes about orders: our words into its requests, its answers into ours. */
@Component("redteago")
class Redteago {

    static final String CODE = "redteago";

    private static final String KEY = "redteagoKey";
    private static final String PAGES = "redteagoPages";

    private final RedteagoAccess access;
    private final RedteagoAnswers answers;
    private final Clock clock;

    Redteago(RedteagoAccess access, ObjectMapper json, Clock clock) {
        this.access = access;
        this.answers = new RedteagoAnswers(json, access.words());
        this.clock = clock;
    }

    /** POST /esim/order. */
    public void order(Exchange exchange) throws JsonProcessingException {
        SupplierOrderRequest request = exchange.getMessage().getBody(SupplierOrderRequest.class);
        exchange.setProperty(KEY, request.key());
        access.ask(exchange, RedteagoOrder.of(request));
    }

    public SupplierAnswer ordered(Exchange exchange) {
        HttpAnswer answer = exchange.getMessage().getBody(HttpAnswer.class);
        return answers.placed(answer, exchange.getProperty(KEY, String.class), clock.instant());
    }

    /** POST /esim/query by order number. */
    public void find(Exchange exchange) throws JsonProcessingException {
        access.ask(exchange, RedteagoQuery.order(exchange.getMessage().getBody(String.class)));
    }

    public FindAnswer found(HttpAnswer answer) {
        return answers.found(answer);
    }

    public void startList(Exchange exchange) {
        exchange.setProperty(PAGES, new RedteagoPages(exchange.getMessage().getBody(OrderWindow.class)));
    }

    /** POST /esim/query by time, one page. */
    public void page(Exchange exchange) throws JsonProcessingException {
        access.ask(exchange, pages(exchange).query());
    }

    public void pageRead(Exchange exchange) throws IOException {
        HttpAnswer answer = exchange.getMessage().getBody(HttpAnswer.class);
        RedteagoEsims page = answers.listed(answer)
                .orElseThrow(() -> new IOException("RedteaGO's list is not usable: HTTP " + answer.status()));
        pages(exchange).add(page, answer.date());
    }

    public SupplierListing listed(Exchange exchange) {
        return pages(exchange).listing();
    }

    private static RedteagoPages pages(Exchange exchange) {
        return exchange.getProperty(PAGES, RedteagoPages.class);
    }
}
