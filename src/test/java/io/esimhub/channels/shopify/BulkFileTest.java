package io.esimhub.channels.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class BulkFileTest {

    private static final String ORDER =
            "{\"id\":\"gid://shopify/Order/1\",\"refunds\":[{\"id\":\"gid://shopify/Refund/9\"}]}";
    private static final String LINE =
            "{\"id\":\"gid://shopify/LineItem/11\",\"__parentId\":\"gid://shopify/Order/1\"}";

    @Test
    void linesFindTheirOrdersWhereverTheyStandAfterThem() {
        BulkFile file = read(ORDER + "\n{\"id\":\"gid://shopify/Order/2\"}\n" + LINE + "\n");
        List<JsonNode> orders = file.orders();

        assertThat(file.objects()).isEqualTo(3);
        assertThat(orders).hasSize(2);
        assertThat(orders.get(0).at("/lineItems/nodes/0/id").asText()).isEqualTo("gid://shopify/LineItem/11");
        assertThat(orders.get(0).at("/refunds/0/id").asText()).isEqualTo("gid://shopify/Refund/9");
        assertThat(orders.get(1).at("/lineItems/nodes")).isEmpty();
    }

    @Test
    void aFileThatIsCutOffProvesNothing() {
        assertThatThrownBy(() -> read(ORDER + "\n" + LINE.substring(0, 30))).isInstanceOf(AdminRefused.class);
        assertThatThrownBy(() -> read(LINE)).isInstanceOf(AdminRefused.class);
        assertThatThrownBy(() -> read("<html>")).isInstanceOf(AdminRefused.class);
    }

    @Test
    void anEmptyFileHoldsNoOrders() {
        assertThat(read("").orders()).isEmpty();
    }

    private static BulkFile read(String file) {
        return BulkFile.read(file.getBytes(StandardCharsets.UTF_8), new ObjectMapper());
    }
}
