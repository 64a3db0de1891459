package io.esimhub.suppliers.airalo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.model.Money;
import io.esimhub.operations.http.HttpAnswer;
import io.esimhub.operations.http.VendorText;
import io.esimhub.suppliers.EsimReference;
import io.esimhub.suppliers.EsimStatus;
import io.esimhub.suppliers.OrderWindow;
import io.esimhub.suppliers.SupplierListing;
import io.esimhub.suppliers.SupplierOffers;
import io.esimhub.suppliers.SuppliersProperties;
import java.io.IOException;
import java.math.BigDecimal;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** The steps of Airalo's routes that read: orders, packages, balance, an eSIM's usage. Anything less than the whole is an exception. */
@Component("airaloBooks")
class AiraloBooks {

    private static final String PAGES = "airaloPages";
    private static final String OFFERS = "airaloOffers";

    private final AiraloAccess access;
    private final AiraloWords words;
    private final ObjectMapper json;

    AiraloBooks(SuppliersProperties properties, AiraloAccess access, ObjectMapper json) {
        this.access = access;
        this.words =
                new AiraloWords(json, new VendorText(properties.of(Airalo.CODE).clientSecret()));
        this.json = json;
    }

    public void startList(Exchange exchange) {
        exchange.setProperty(PAGES, new AiraloPages(exchange.getMessage().getBody(OrderWindow.class)));
    }

    /** GET /orders, one page. */
    public void page(Exchange exchange) {
        access.ask(exchange, "GET", "/orders")
                .setHeader(Exchange.HTTP_QUERY, pages(exchange).query());
    }

    public void pageRead(Exchange exchange) throws IOException {
        JsonNode page = answered(exchange, "orders");
        if (!page.path("data").isArray()) {
            throw new IOException("Airalo's list of orders is not a list");
        }
        pages(exchange)
                .add(page, exchange.getMessage().getBody(HttpAnswer.class).date());
    }

    public SupplierListing listed(Exchange exchange) {
        return pages(exchange).listing();
    }

    public void startOffers(Exchange exchange) {
        exchange.setProperty(OFFERS, new AiraloOffers(words));
    }

    /** GET /packages, one page. */
    public void offersPage(Exchange exchange) {
        access.ask(exchange, "GET", "/packages")
                .setHeader(Exchange.HTTP_QUERY, offers(exchange).query());
    }

    public void offersRead(Exchange exchange) throws IOException {
        JsonNode page = answered(exchange, "packages");
        if (!page.path("data").isContainerNode()) {
            throw new IOException("Airalo's list of packages is not a list");
        }
        offers(exchange).add(page);
    }

    public SupplierOffers offered(Exchange exchange) {
        return offers(exchange).all();
    }

    /** GET /balance. */
    public void balance(Exchange exchange) {
        access.ask(exchange, "GET", "/balance");
    }

    public Money balanceRead(Exchange exchange) throws IOException {
        JsonNode amount = answered(exchange, "balance").at("/data/balances/availableBalance");
        if (!amount.hasNonNull("amount") || !amount.hasNonNull("currency")) {
            throw new IOException("Airalo does not say its balance");
        }
        return new Money(
                new BigDecimal(amount.path("amount").asText()),
                amount.path("currency").asText());
    }

    /** GET /sims/{iccid}/usage: it tells all of a life that /sims/{iccid} does, and more. */
    public void usage(Exchange exchange) {
        String iccid = exchange.getMessage()
                .getBody(EsimReference.class)
                .iccid()
                .filter(known -> known.matches("[0-9]{10,22}"))
                .orElseThrow(
                        () -> new IllegalArgumentException("Airalo knows eSIMs by their ICCID, and this one has none"));
        access.ask(exchange, "GET", "/sims/" + iccid + "/usage");
    }

    public EsimStatus usageRead(Exchange exchange) throws IOException {
        return AiraloUsage.status(answered(exchange, "usage").path("data"));
    }

    /** The vendor's document leaves the type of some of these answers open, so only a page is refused unread. */
    private JsonNode answered(Exchange exchange, String what) throws IOException {
        HttpAnswer answer = exchange.getMessage().getBody(HttpAnswer.class);
        if (answer.status() == 401) {
            access.refused(exchange);
        }
        if (!answer.success() || answer.html()) {
            throw new IOException("Airalo's " + what + " are not to be had: HTTP " + answer.status());
        }
        return json.readTree(answer.body());
    }

    private static AiraloPages pages(Exchange exchange) {
        return exchange.getProperty(PAGES, AiraloPages.class);
    }

    private static AiraloOffers offers(Exchange exchange) {
        return exchange.getProperty(OFFERS, AiraloOffers.class);
    }
}
