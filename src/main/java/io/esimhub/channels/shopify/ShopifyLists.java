package io.esimhub.channels.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.operations.http.HttpAnswer;
import io.esimhub.reconciliation.listing.ListQuestion;
import io.esimhub.reconciliation.listing.ListedChannel;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.springframework.stereotype.Component;

/** The steps of reading a shop's own list of orders, to compare it with our books. */
@Component("shopifyLists")
class ShopifyLists implements ListedChannel {

    private static final String LISTING = "shopifyListing";

    private final ShopifyProperties properties;
    private final GraphqlDocuments documents;
    private final ObjectMapper json;
    private final Clock clock;

    ShopifyLists(ShopifyProperties properties, GraphqlDocuments documents, ObjectMapper json, Clock clock) {
        this.properties = properties;
        this.documents = documents;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String code() {
        return ShopifyWebhooks.CHANNEL;
    }

    @Override
    public List<String> shops() {
        return properties.shops().values().stream()
                .filter(ShopifyProperties.Shop::hasAdmin)
                .map(ShopifyProperties.Shop::domain)
                .toList();
    }

    /** The body is the {@link ListQuestion}. */
    public void begin(Exchange exchange) {
        ListQuestion question = exchange.getMessage().getBody(ListQuestion.class);
        exchange.setProperty(
                LISTING,
                new ShopifyListing(question, properties.bulkOver(), documents.text("bulk-orders"), clock.instant()));
    }

    public void next(Exchange exchange) {
        exchange.getMessage().setBody(of(exchange).next());
    }

    /** @throws AdminRefused if the shop answered in another version of its API: what is missing from it proves nothing */
    public void heard(Exchange exchange) {
        String version = exchange.getProperty(ShopifyAdmin.VERSION, String.class);
        if (version != null && !version.equals(properties.apiVersion())) {
            throw AdminRefused.of("the shop answers in API version " + version + " and not " + properties.apiVersion());
        }
        of(exchange).heard(exchange.getMessage().getBody(JsonNode.class));
    }

    /** Becomes the request for the file, at whatever host the shop named; it gets no token of ours. */
    public void download(Exchange exchange) {
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_METHOD, "GET");
        message.setHeader(Exchange.HTTP_URI, trusted(of(exchange)).toString());
        message.setBody(null);
    }

    /** The body is an {@link HttpAnswer}. */
    public void downloaded(Exchange exchange) {
        HttpAnswer answer = exchange.getMessage().getBody(HttpAnswer.class);
        if (!answer.success() || answer.html()) {
            throw AdminRefused.of("the file of a bulk operation is not to be had: HTTP " + answer.status());
        }
        of(exchange).downloaded(BulkFile.read(answer.body(), json));
    }

    /** The body becomes the {@link io.esimhub.reconciliation.listing.ListAnswer}. */
    public void end(Exchange exchange) {
        exchange.getMessage().setBody(of(exchange).answer());
    }

    /** Files are elsewhere than the Admin API, and nowhere without TLS but at a shop that has none itself. */
    private URI trusted(ShopifyListing listing) {
        URI file = listing.file().orElseThrow();
        URI admin = URI.create(properties.shop(listing.shop()).orElseThrow().adminUrl());
        if (!"https".equals(file.getScheme())
                && !(Objects.equals(file.getHost(), admin.getHost()) && file.getPort() == admin.getPort())) {
            throw AdminRefused.of("the file of a bulk operation is at an address without TLS");
        }
        return file;
    }

    private static ShopifyListing of(Exchange exchange) {
        return Optional.ofNullable(exchange.getProperty(LISTING, ShopifyListing.class))
                .orElseThrow();
    }
}
