package io.esimhub.channels;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.reconciliation.listing.ListAnswer;
import io.esimhub.reconciliation.listing.ListedOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts a page of a channel's list together, order by order. One that cannot be read does not keep the others from being compared. */
public final class ListedNodes {

    private static final Logger LOG = LoggerFactory.getLogger(ListedNodes.class);

    private final Function<JsonNode, String> id;
    private final Function<JsonNode, Optional<ListedOrder>> reader;
    private final List<ListedOrder> orders = new ArrayList<>();
    private final List<String> passedOver = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();

    /**
     * @param id the channel's id of an order
     * @param reader empty for an order that this hub never takes in
     */
    public ListedNodes(Function<JsonNode, String> id, Function<JsonNode, Optional<ListedOrder>> reader) {
        this.id = id;
        this.reader = reader;
    }

    public ListAnswer.Page page(Iterable<JsonNode> nodes, Optional<String> next) {
        nodes.forEach(this::read);
        return new ListAnswer.Page(List.copyOf(orders), List.copyOf(passedOver), List.copyOf(unreadable), next);
    }

    private void read(JsonNode node) {
        try {
            reader.apply(node).ifPresentOrElse(orders::add, () -> passedOver.add(id.apply(node)));
        } catch (UnreadableEvent otherShape) {
            unreadable.add(id.apply(node));
        } catch (RuntimeException unforeseen) {
            // it is this order's trouble: a run would fail at it for ever. What the exception says may be the
            // customer's
            LOG.warn(
                    "Order {} of a channel's list could not be read: {}",
                    id.apply(node),
                    unforeseen.getClass().getSimpleName());
            unreadable.add(id.apply(node));
        }
    }
}
