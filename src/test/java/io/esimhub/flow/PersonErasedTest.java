package io.esimhub.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is kept for the tax office keeps no person. */
class PersonErasedTest extends RunningHub {

    @Test
    void nothingInTheDatabaseNamesThePersonAnyMoreAndLaterEventsBringNobodyBack() {
        ShopOrder order = ShopOrder.paid("ESIM-GB-1GB-7D", 1)
                .with("customer", Map.of("id", 777001, "first_name", "Zenobia", "last_name", "Quillfeather"));
        SHOP.post("orders/paid", order);
        awaitState(order.id(), "DELIVERED");
        assertThat(wherever("Quillfeather")).isNotEmpty();

        Calls.Answer answer = SHOP.post(
                "customers/redact",
                "{\"shop_id\":1,\"shop_domain\":\"" + Shop.DOMAIN + "\",\"customer\":{\"id\":777001,\"email\":\""
                        + order.email() + "\",\"phone\":null},\"orders_to_redact\":[" + order.id() + "]}");

        assertThat(answer.status()).isEqualTo(200);
        Waiting.until(() -> wherever("Quillfeather"), List::isEmpty);
        assertThat(wherever(order.email())).isEmpty();
        SHOP.post("orders/updated", order.at("2026-07-02T10:00:05-04:00"));
        JsonNode later =
                Waiting.until(() -> order(order.id()), shown -> events(shown).contains("order event"));
        assertThat(wherever("Quillfeather")).isEmpty();
        assertThat(wherever(order.email())).isEmpty();
        assertThat(later.path("state").asText()).isEqualTo("DELIVERED");
        assertThat(later.path("total").path("amount").asText()).startsWith("4.5");
    }

    @Test
    void anOrderThatIsUnderWayIsFinishedFirst() {
        ShopOrder order = ShopOrder.paid("ESIM-GB-1GB-7D", 1)
                .unpaid()
                .with("customer", Map.of("id", 777002, "first_name", "Ursula", "last_name", "Brandywine"));
        SHOP.post("orders/create", order);
        awaitState(order.id(), "AWAITING_PAYMENT");

        SHOP.post(
                "customers/redact",
                "{\"shop_domain\":\"" + Shop.DOMAIN + "\",\"customer\":{\"id\":777002},\"orders_to_redact\":[]}");

        Waiting.until(
                () -> jdbc.sql(
                                "select count(*) from operations.work where task_data is not null and execution_time > now() + interval '1 hour'")
                        .query(Long.class)
                        .single(),
                waiting -> waiting >= 1);
        assertThat(order(order.id()).path("customer").path("name").asText()).isEqualTo("Ursula Brandywine");
    }

    @Test
    void aRequestForOnesDataIsAPersonsTask() {
        SHOP.post(
                "customers/data_request",
                "{\"shop_domain\":\"" + Shop.DOMAIN
                        + "\",\"customer\":{\"id\":777003,\"email\":\"curious@example.com\"},\"orders_requested\":[5],\"data_request\":{\"id\":99}}");

        JsonNode shown = Waiting.until(
                () -> CALLS.get("/api/v1/ops/cases?kind=data-request").path("cases"), cases -> cases.size() == 1);
        assertThat(shown.path(0).path("lastError").asText()).contains("777003").contains("5");
        assertThat(wherever("curious@example.com")).isEmpty();
        String close = "/api/v1/ops/cases/" + shown.path(0).path("id").asText() + "/close";
        assertThat(CALLS.ops("POST", close, "{}").status()).isEqualTo(422);
        assertThat(CALLS.ops("POST", close, "{\"reason\":\"answered by letter\"}")
                        .status())
                .isEqualTo(200);
        assertThat(CALLS.ops("POST", close, "{\"reason\":\"again\"}").status()).isEqualTo(409);
    }

    @Test
    void aRedactionThatNamesNobodyErasesNobody() {
        SHOP.post("customers/redact", "{\"shop_domain\":\"" + Shop.DOMAIN + "\"}");

        JsonNode dead = Waiting.until(
                () -> CALLS.get("/api/v1/ops/cases?kind=dead-letter").path("cases"),
                cases -> cases.toString().contains("customers/redact"));
        assertThat(dead.toString()).contains("whom it is about");
    }

    /** Headers and address are not signed: the body alone says what was asked. */
    @Test
    void aRequestThatIsReplayedAtAnotherAddressErasesNobody() {
        ShopOrder order = ShopOrder.paid("ESIM-GB-1GB-7D", 1)
                .with("customer", Map.of("id", 777009, "first_name", "Wilhelmina", "last_name", "Sparrowhawk"));
        SHOP.post("orders/paid", order);
        awaitState(order.id(), "DELIVERED");
        String redact = "{\"shop_domain\":\"" + Shop.DOMAIN + "\",\"customer\":{\"id\":5},\"orders_to_redact\":[]}";
        String request = "{\"shop_domain\":\"" + Shop.DOMAIN
                + "\",\"customer\":{\"id\":777009},\"orders_requested\":[],\"data_request\":{\"id\":1}}";

        SHOP.post("shop/redact", redact);
        SHOP.post("customers/redact", request);

        Waiting.until(
                () -> CALLS.get("/api/v1/ops/cases?kind=dead-letter&limit=200").toString(),
                cases -> cases.contains("another topic than shop/redact")
                        && cases.contains("another topic than customers/redact"));
        assertThat(wherever("Sparrowhawk")).isNotEmpty();
    }

    @Test
    void aRedactionOfAnotherShopThanTheOneThatSignedItIsNotBelieved() {
        SHOP.post("shop/redact", "{\"shop_id\":1,\"shop_domain\":\"somebody-else.myshopify.com\"}");

        Waiting.until(() -> CALLS.get("/api/v1/ops/cases?kind=dead-letter").path("cases"), cases -> cases.toString()
                .contains("shop/redact"));
    }

    /** Every table and column whose text holds it. */
    private List<String> wherever(String text) {
        List<String> found = new ArrayList<>();
        jdbc.sql(
                        """
                        select table_schema || '.' || table_name as place, column_name, data_type from information_schema.columns
                        where table_schema in ('retail', 'fulfillment', 'operations', 'stock', 'suppliers', 'channels')
                          and data_type in ('text', 'jsonb', 'bytea', 'ARRAY')""")
                .query((row, n) -> new String[] {row.getString(1), row.getString(2), row.getString(3)})
                .list()
                .forEach(column -> {
                    String value = column[2].equals("bytea")
                            ? "position(convert_to(?, 'UTF8') in \"" + column[1] + "\") > 0"
                            : "position(? in \"" + column[1] + "\"::text) > 0";
                    long rows = jdbc.sql("select count(*) from " + column[0] + " where " + value)
                            .param(text)
                            .query(Long.class)
                            .single();
                    if (rows > 0) {
                        found.add(column[0] + "." + column[1]);
                    }
                });
        return found;
    }
}
