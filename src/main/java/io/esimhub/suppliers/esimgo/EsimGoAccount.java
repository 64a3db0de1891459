package io.esimhub.suppliers.esimgo;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.model.Money;
import io.esimhub.operations.http.HttpAnswer;
import io.esimhub.suppliers.SupplierEntry;
import io.esimhub.suppliers.SupplierOffers;
import io.esimhub.suppliers.UnusableAnswer;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** The steps of eSIM Go's routes about our account and what it may buy. */
@Component("esimGoAccount")
class EsimGoAccount {

    private static final String BUNDLES = "esimGoBundles";
    private static final int PLACES = 4;

    private final EsimGoRequests requests;
    private final ObjectMapper json;
    private final Clock clock;

    EsimGoAccount(EsimGoRequests requests, ObjectMapper json, Clock clock) {
        this.requests = requests;
        this.json = json;
        this.clock = clock;
    }

    /** GET /organisation. Its answer repeats the API key. */
    public void organisation(Exchange exchange) {
        requests.ask(exchange, "GET");
    }

    public Money balance(HttpAnswer answer) throws IOException {
        Organisation organisation = organisation(answer);
        return new Money(organisation.balance().setScale(PLACES, RoundingMode.DOWN), organisation.currency());
    }

    public void startCatalogue(Exchange exchange) throws IOException {
        HttpAnswer answer = exchange.getMessage().getBody(HttpAnswer.class);
        String currency = organisation(answer).currency();
        exchange.getMessage().setBody(null);
        exchange.setProperty(BUNDLES, new EsimGoBundles(currency));
    }

    /** Milliseconds to wait before the next page, so that a long catalogue stays within the account's rate. */
    public long pause(Exchange exchange) {
        int perSecond = requests.requestsPerSecond();
        return bundles(exchange).isFirst() || perSecond == 0
                ? 0
                : 1000L * EsimGoCapabilities.COSTS.get(SupplierEntry.CATALOG) / perSecond;
    }

    /** GET /catalogue, one page. */
    public void page(Exchange exchange) {
        requests.ask(exchange, "GET")
                .setHeader(Exchange.HTTP_QUERY, bundles(exchange).query());
    }

    /** A bare list, or one wrapped in {@code bundles} (the schema says the first, live servers the second). */
    public void pageRead(Exchange exchange) throws IOException {
        HttpAnswer answer = exchange.getMessage().getBody(HttpAnswer.class);
        UnusableAnswer unusable = new UnusableAnswer("eSIM Go's catalogue", answer, clock.instant());
        if (!answer.success() || !answer.json()) {
            throw unusable;
        }
        JsonNode tree = tree(answer, unusable);
        JsonNode list = tree.isArray() ? tree : tree.path("bundles");
        if (!list.isArray()) {
            throw unusable;
        }
        bundles(exchange).add(list);
    }

    public SupplierOffers catalogue(Exchange exchange) throws UnusableAnswer {
        return bundles(exchange).all();
    }

    /** Nothing else of the answer is read, nor kept as the cause of an exception: the API key is in it. */
    private Organisation organisation(HttpAnswer answer) throws UnusableAnswer {
        UnusableAnswer unusable = new UnusableAnswer("eSIM Go's organisation", answer, clock.instant());
        if (!answer.success() || !answer.json()) {
            throw unusable;
        }
        try {
            Organisation organisation = json.readValue(answer.body(), Organisation.class);
            if (organisation != null && organisation.balance() != null && organisation.currency() != null) {
                return organisation;
            }
        } catch (IOException unreadable) {
            // told below, without the text that it quotes
        }
        throw unusable;
    }

    private JsonNode tree(HttpAnswer answer, UnusableAnswer unusable) throws UnusableAnswer {
        try {
            return json.readTree(answer.body());
        } catch (IOException unreadable) {
            throw unusable;
        }
    }

    private static EsimGoBundles bundles(Exchange exchange) {
        return exchange.getProperty(BUNDLES, EsimGoBundles.class);
    }

    /** @param balance with test credit */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Organisation(BigDecimal balance, String currency) {}
}
