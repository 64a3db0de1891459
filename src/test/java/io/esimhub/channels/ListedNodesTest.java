package io.esimhub.channels;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.reconciliation.listing.ListAnswer;
import io.esimhub.reconciliation.listing.ListedOrder;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListedNodesTest {

    @Test
    void whateverIsWrongWithAnOrderIsThatOrdersTrouble() throws IOException {
        JsonNode nodes = new ObjectMapper().readTree("[{\"id\":\"1\"},{\"id\":\"2\"},{\"id\":\"3\"}]");

        ListAnswer.Page page = new ListedNodes(node -> node.path("id").asText(), ListedNodesTest::read)
                .page(nodes, Optional.of("next"));

        assertThat(page.unreadable()).containsExactly("1", "2");
        assertThat(page.passedOver()).containsExactly("3");
        assertThat(page.next()).contains("next");
    }

    private static Optional<ListedOrder> read(JsonNode node) {
        return switch (node.path("id").asText()) {
            case "1" -> throw new IllegalStateException("Duplicate key item-1");
            case "2" -> throw new UnreadableEvent("no time");
            default -> Optional.empty();
        };
    }
}
