package io.esimhub.channels.amazon;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.channels.ListedNodes;
import io.esimhub.reconciliation.listing.ListAnswer;
import io.esimhub.reconciliation.listing.ListQuestion;
import io.esimhub.reconciliation.listing.ListedChannel;
import io.esimhub.reconciliation.listing.ListedOrder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** The steps of reading Amazon's own list of orders, to compare it with our books. */
@Component("amazonLists")
class AmazonLists implements ListedChannel {

    private static final String PAGES = "amazonListing";

    private final AmazonProperties properties;
    private final AmazonOrders orders;
    private final Clock clock;

    AmazonLists(AmazonProperties properties, AmazonOrders orders, Clock clock) {
        this.properties = properties;
        this.orders = orders;
        this.clock = clock;
    }

    @Override
    public String code() {
        return AmazonInbox.CHANNEL;
    }

    @Override
    public List<String> shops() {
        return properties.on() ? List.of(properties.account()) : List.of();
    }

    /** The body is the {@link ListQuestion}; it becomes the {@link AmazonCall}, or the answer if nothing has settled yet. */
    public void ask(Exchange exchange) {
        ListQuestion question = exchange.getMessage().getBody(ListQuestion.class);
        Instant from = question.from().truncatedTo(ChronoUnit.SECONDS);
        Instant settled = clock.instant().minus(AmazonPages.SETTLED);
        Instant to = (question.to().isAfter(settled) ? settled : question.to()).truncatedTo(ChronoUnit.SECONDS);
        if (!from.isBefore(to)) {
            exchange.getMessage().setBody(new ListAnswer.Page(List.of(), List.of(), List.of(), Optional.empty()));
            return;
        }
        AmazonPages pages = new AmazonPages(
                v0(),
                question.by() == ListQuestion.By.PLACED,
                from,
                to,
                properties.marketplaces(),
                question.after().orElse(null));
        exchange.setProperty(PAGES, pages);
        exchange.getMessage().setBody(pages.next());
    }

    /** The body is the page; it becomes the {@link ListAnswer}. */
    public void heard(Exchange exchange) {
        AmazonPages pages = exchange.getProperty(PAGES, AmazonPages.class);
        List<JsonNode> page = pages.read(exchange.getMessage().getBody(JsonNode.class));
        exchange.getMessage().setBody(new ListedNodes(pages::idOf, this::listed).page(page, pages.token()));
    }

    /** Orders that are pending or not for us never enter our books. */
    private Optional<ListedOrder> listed(JsonNode node) {
        AmazonOrder order = v0() ? AmazonOrderReaderV0.read(node, List.of()) : AmazonOrderReader.read(node);
        if (AmazonWords.status(order.status()).startsWith("PENDING")
                || orders.notForUs(order).isPresent()) {
            return Optional.empty();
        }
        Map<String, Integer> shipped =
                order.items().stream().collect(Collectors.toMap(AmazonOrder.Item::id, AmazonOrder.Item::shipped));
        byte[] body = ("{\"orderId\":\"" + order.id() + "\"}").getBytes(StandardCharsets.UTF_8);
        return Optional.of(new ListedOrder(order.snapshot(properties.account()), !v0(), shipped, body));
    }

    private boolean v0() {
        return properties.ordersApi().equals("v0");
    }
}
