package io.esimhub.channels.ebay;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.channels.ListedNodes;
import io.esimhub.orders.OrderSnapshot;
import io.esimhub.reconciliation.listing.ListQuestion;
import io.esimhub.reconciliation.listing.ListedChannel;
import io.esimhub.reconciliation.listing.ListedOrder;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** The steps of reading eBay's own list of orders, to compare it with our books. */
@Component("ebayLists")
class EbayLists implements ListedChannel {

    private static final String PAGES = "ebayListing";
    private static final String POSITION = "ebayPosition";

    private final EbayProperties properties;

    EbayLists(EbayProperties properties) {
        this.properties = properties;
    }

    @Override
    public String code() {
        return EbayWebhooks.CHANNEL;
    }

    @Override
    public List<String> shops() {
        return properties.on() ? List.of(properties.account()) : List.of();
    }

    /** The body is the {@link ListQuestion}; it becomes the {@link EbayCall}. */
    public void ask(Exchange exchange) {
        ListQuestion question = exchange.getMessage().getBody(ListQuestion.class);
        EbayPosition position = question.after().map(EbayPosition::of).orElse(EbayPosition.START);
        EbayPages pages = EbayPages.between(
                question.by() == ListQuestion.By.PLACED,
                question.from().truncatedTo(ChronoUnit.MILLIS),
                question.to().truncatedTo(ChronoUnit.MILLIS),
                position.offset());
        exchange.setProperty(POSITION, position);
        exchange.setProperty(PAGES, pages);
        exchange.getMessage().setBody(pages.next());
    }

    /** The body is the page; it becomes the {@link io.esimhub.reconciliation.listing.ListAnswer}. */
    public void heard(Exchange exchange) {
        EbayPages pages = exchange.getProperty(PAGES, EbayPages.class);
        JsonNode page = exchange.getMessage().getBody(JsonNode.class);
        pages.read(page);
        EbayPosition position = exchange.getProperty(POSITION, EbayPosition.class);
        Optional<EbayPosition> next = pages.isMore()
                ? Optional.of(position.after(pages.offset(), pages.total()))
                : position.onceMore(pages.total());
        exchange.getMessage()
                .setBody(new ListedNodes(node -> node.path("orderId").asText(), this::listed)
                        .page(page.path("orders"), next.map(EbayPosition::text)));
    }

    /** A line is fulfilled as a whole, or eBay's list does not say how many of its units are. */
    private Optional<ListedOrder> listed(JsonNode node) {
        OrderSnapshot snapshot = EbayOrderReader.read(properties.account(), node);
        Map<String, Integer> fulfilled = new HashMap<>();
        for (JsonNode line : node.path("lineItems")) {
            switch (line.path("lineItemFulfillmentStatus").asText()) {
                case "FULFILLED" ->
                    fulfilled.put(
                            line.path("lineItemId").asText(),
                            line.path("quantity").asInt());
                case "NOT_STARTED" -> fulfilled.put(line.path("lineItemId").asText(), 0);
                default -> {
                    // in progress: some units of it
                }
            }
        }
        byte[] body = ("{\"orderId\":\"" + snapshot.identity().externalId() + "\"}").getBytes(StandardCharsets.UTF_8);
        return Optional.of(new ListedOrder(snapshot, true, fulfilled, body));
    }
}
