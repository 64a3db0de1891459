package io.esimhub.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.suppliers.CancelAnswer;
import io.esimhub.suppliers.EsimReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** SIM cards: bought like eSIMs, but picked and posted by people, and mailed about when they are on their way. */
class SimCardTest extends RunningHub {

    private static final Map<String, Object> HOME = Map.of(
            "first_name", "Ada",
            "last_name", "Traveller",
            "name", "Ada Traveller",
            "address1", "1 High Street",
            "address2", "Flat 2",
            "city", "London",
            "zip", "N1 1AA",
            "country_code", "GB",
            "phone", "+44 20 7946 0000");

    @Autowired
    ProducerTemplate camel;

    private final Shelf shelf = new Shelf(CALLS);

    @BeforeEach
    void sellCards() {
        Map<String, Object> product = new LinkedHashMap<>(
                Catalogs.product("SIM-UK", List.of(Catalogs.variant("stock", "card-uk", "2.10", 5))));
        product.put("kind", "sim");
        product.put("name", "UK card 10 GB");
        CALLS.ops(
                "PUT",
                "/api/v1/ops/catalog",
                Shop.json(Map.of(
                        "suppliers",
                        List.of(Map.of("code", "stock", "name", "Our own stock", "status", "active")),
                        "products",
                        List.of(product))));
    }

    @Test
    void aCardIsPickedAndPostedAndThenTheCustomerLearnsItsTrackingNumber() throws Exception {
        shelf.cards("card-uk", 1);
        ShopOrder order = order("SIM-UK", 1);
        SHOP.post("orders/paid", order);
        JsonNode bought = awaitState(order.id(), "FULFILLED");
        Waiting.until(() -> itemsOf(order), left -> left == 0);
        assertThat(mailsTo(order.email())).isEmpty();
        assertThat(bought.path("shippingAddress").path("line1").asText()).isEqualTo("1 High Street");

        String number = bought.path("number").asText();
        JsonNode toPick = shelf.pickList(number).get(0);
        String iccid = toPick.path("iccid").asText();
        assertThat(toPick.path("name").asText()).isEqualTo("Ada Traveller");
        assertThat(toPick.path("address").path("city").asText()).isEqualTo("London");
        assertThat(toPick.path("sku").asText()).isEqualTo("SIM-UK");
        assertThat(toPick.path("location").asText()).isEqualTo("box 7");
        assertThat(toPick.toString()).doesNotContain("4711").doesNotContain("12345678");

        assertThat(shelf.shipped(iccid, "RM-1").status()).isEqualTo(409);
        assertThat(shelf.picked(iccid).status()).isEqualTo(200);
        assertThat(shelf.picked(iccid).status()).isEqualTo(200);
        assertThat(shelf.pickList(number)).isEmpty();
        Calls.Answer shipped = shelf.shipped(iccid, "RM-1");
        assertThat(shipped.status()).isEqualTo(200);
        assertThat(shelf.shipped(iccid, "RM-1").body()).isEqualTo(shipped.body());
        assertThat(shelf.shipped(iccid, "RM-2").status()).isEqualTo(409);

        JsonNode delivered = awaitState(order.id(), "DELIVERED");
        assertThat(mailsTo(order.email())).hasSize(1);
        assertThat(mailsTo(order.email()).get(0).getSubject()).startsWith("Your SIM card for order");
        assertThat(Mails.texts(mailsTo(order.email()).get(0))).hasSize(2).allSatisfy(text -> assertThat(text)
                .contains("Royal Mail", "RM-1", "https://track.example.com/?n", "4711", "12345678")
                .contains("ends in " + iccid.substring(iccid.length() - 4))
                .doesNotContain(iccid)
                .doesNotContain("esimsetup"));
        assertThat(OrderToMailTest.scannedCodes(mailsTo(order.email()).get(0))).isEmpty();
        assertThat(events(delivered))
                .containsOnlyOnce("card picked", "card shipped", "mail sent")
                .contains("eSIM bought");
        assertThat(delivered
                        .path("lines")
                        .path(0)
                        .path("units")
                        .path(0)
                        .path("shipment")
                        .path("trackingNumber")
                        .asText())
                .isEqualTo("RM-1");
        assertThat(delivered.toString())
                .doesNotContain("4711")
                .doesNotContain("12345678")
                .doesNotContain("M-" + iccid);

        assertThat(shelf.activated(iccid).status()).isEqualTo(200);
        assertThat(shelf.activated(iccid).status()).isEqualTo(200);
        assertThat(shelf.returned(iccid, "resaleable").status()).isEqualTo(409);
        assertThat(shelf.state(iccid)).isEqualTo("ACTIVATED");
    }

    @Test
    void esimsOfTheSameOrderDoNotWaitForThePost() throws Exception {
        shelf.cards("card-uk", 1);
        ShopOrder order = order("SIM-UK", 1).andLine("ESIM-GB-1GB-7D", 1);
        SHOP.post("orders/paid", order);

        JsonNode halfWay = Waiting.until(
                () -> order(order.id()),
                now -> "FULFILLED".equals(now.path("state").asText())
                        && mailsTo(order.email()).size() == 1);
        assertThat(mailsTo(order.email()).get(0).getSubject()).startsWith("Your eSIM for order");
        assertThat(Mails.texts(mailsTo(order.email()).get(0))).noneMatch(text -> text.contains("by post"));

        post(halfWay, "RM-3");

        awaitState(order.id(), "DELIVERED");
        assertThat(mailsTo(order.email())).hasSize(2);
        assertThat(mailsTo(order.email()).get(1).getSubject()).startsWith("Your SIM card for order");
    }

    @Test
    void withoutAPostalAddressACardIsNotBoughtUntilThereIsOne() {
        shelf.cards("card-uk", 1);
        ShopOrder order = order("SIM-UK", 1);
        SHOP.post("orders/paid", order.with("shipping_address", null));
        JsonNode parked = awaitState(order.id(), "NEEDS_ATTENTION");
        assertThat(parked.path("reason").asText()).isEqualTo("NO_ADDRESS");
        assertThat(purchasesOf(parked)).isEmpty();

        SHOP.post("orders/paid", order.at("2026-07-01T10:09:00-04:00"));

        assertThat(purchasesOf(awaitState(order.id(), "FULFILLED"))).hasSize(1);
    }

    @Test
    void anOrderThatOnlyWaitsForThePostIsNotLeftBehind() throws Exception {
        shelf.cards("card-uk", 1);
        ShopOrder order = order("SIM-UK", 1);
        SHOP.post("orders/paid", order);
        awaitState(order.id(), "FULFILLED");
        Waiting.until(() -> itemsOf(order), left -> left == 0);

        jdbc.sql("update retail.orders set updated_at = now() - interval '1 hour' where external_id = ?")
                .param(order.id())
                .update();

        assertThat(leftBehind(order)).isFalse();
        jdbc.sql(
                        """
                        update fulfillment.esims e set deliverable = true from fulfillment.units u
                        join fulfillment.requests r on r.id = u.request_id join retail.orders o on o.id = r.owner_order
                        where u.id = e.unit_id and o.external_id = ?""")
                .param(order.id())
                .update();
        assertThat(leftBehind(order)).isTrue();
        jdbc.sql(
                        """
                        update fulfillment.esims e set deliverable = false from fulfillment.units u
                        join fulfillment.requests r on r.id = u.request_id join retail.orders o on o.id = r.owner_order
                        where u.id = e.unit_id and o.external_id = ?""")
                .param(order.id())
                .update();
    }

    @Test
    void aCardThatIsNoLongerWantedStaysOnTheShelf() {
        shelf.cards("card-uk", 1);
        ShopOrder order = order("SIM-UK", 1);
        SHOP.post("orders/paid", order);
        JsonNode bought = awaitState(order.id(), "FULFILLED");
        String iccid = iccidOf(bought);
        SHOP.post(
                "orders/paid",
                order.with("cancelled_at", "2026-07-02T10:00:00-04:00").at("2026-07-02T10:00:00-04:00"));
        awaitState(order.id(), "REFUNDED");

        assertThat(shelf.pickList(bought.path("number").asText())).isEmpty();
        assertThat(shelf.picked(iccid).body().path("code").asText()).isEqualTo("card-not-owed");
        assertThat(cancel(iccid)).isEqualTo(new CancelAnswer.Cancelled());
        assertThat(shelf.state(iccid)).isEqualTo("FREE");
    }

    @Test
    void aCardThatCameBackUnopenedIsSoldAgain() throws Exception {
        shelf.cards("card-uk", 1);
        ShopOrder order = order("SIM-UK", 1);
        SHOP.post("orders/paid", order);
        String iccid = post(awaitState(order.id(), "FULFILLED"), "RM-5");
        JsonNode delivered = awaitState(order.id(), "DELIVERED");
        assertThat(cancel(iccid)).isInstanceOf(CancelAnswer.Refused.class);
        assertThat(shelf.state(iccid)).isEqualTo("SHIPPED");

        assertThat(shelf.returned(iccid, "resaleable").status()).isEqualTo(200);
        assertThat(shelf.returned(iccid, "resaleable").status()).isEqualTo(200);
        assertThat(shelf.state(iccid)).isEqualTo("FREE");
        assertThat(events(order(order.id()))).containsOnlyOnce("card returned");

        jdbc.sql("update stock.items set state = 'WITHDRAWN' where sku = 'card-uk' and state = 'FREE' and iccid <> ?")
                .param(iccid)
                .update();
        ShopOrder next = order("SIM-UK", 1);
        SHOP.post("orders/paid", next);
        assertThat(post(awaitState(next.id(), "FULFILLED"), "RM-6")).isEqualTo(iccid);
        awaitState(next.id(), "DELIVERED");
        assertThat(shelf.returned(iccid, "broken").status()).isEqualTo(200);
        assertThat(shelf.state(iccid)).isEqualTo("RETURNED");
        assertThat(delivered.path("state").asText()).isEqualTo("DELIVERED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "picked    | {\"iccids\": []}                                   | 422",
                "picked    | {\"iccids\": [\"x\"]}                              | 422",
                "picked    | [                                                  | 400",
                "picked    | {\"iccids\": [\"8944999999999999999\"]}            | 404",
                "shipped   | {\"iccid\": \"8944999999999999999\"}               | 422",
                "shipped   | {\"iccid\": \"8944999999999999999\", \"carrier\": \"X\", \"trackingNumber\": \"1\", \"trackingUrl\": \"javascript:alert(1)\"} | 422",
                "shipped   | {\"iccid\": \"8944999999999999999\", \"carrier\": \"X\", \"trackingNumber\": \"1\"} | 404",
                "activated | {\"iccid\": 8944999999999999999}                   | 422",
                "returned  | {\"iccid\": \"8944999999999999999\", \"condition\": \"lost\", \"reason\": \"x\"} | 422"
            })
    void whatCannotBeBookedChangesNothing(String step, String body, int status) {
        Calls.Answer answer = CALLS.ops("POST", "/api/v1/ops/stock/" + step.strip(), body.strip());

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body().path("code").asText()).isNotEmpty();
    }

    @Test
    void aCardThatNobodyBoughtCannotBePosted() {
        String iccid = shelf.cards("card-nobody", 1).get(0);

        assertThat(shelf.picked(iccid).body().path("code").asText()).isEqualTo("card-not-allocated");
        assertThat(shelf.state(iccid)).isEqualTo("FREE");
    }

    private static ShopOrder order(String sku, int quantity) {
        return ShopOrder.paid(sku, quantity).with("shipping_address", HOME);
    }

    /** @return the card's ICCID */
    private String post(JsonNode bought, String trackingNumber) {
        String iccid = iccidOf(bought);
        assertThat(shelf.picked(iccid).status()).isEqualTo(200);
        assertThat(shelf.shipped(iccid, trackingNumber).status()).isEqualTo(200);
        return iccid;
    }

    private static String iccidOf(JsonNode order) {
        return order.path("lines").path(0).path("units").path(0).path("iccid").asText();
    }

    private CancelAnswer cancel(String iccid) {
        String allocation = jdbc.sql(
                        "select max(a.id)::text from stock.allocations a join stock.items i on i.id = a.item_id where i.iccid = ?")
                .param(iccid)
                .query(String.class)
                .single();
        return camel.requestBody(
                "direct:cancel-stock",
                new EsimReference("", "card-uk", allocation, Optional.of(iccid)),
                CancelAnswer.class);
    }

    /** Other tests' orders may have work to do; this one has none. */
    private long itemsOf(ShopOrder order) {
        return jdbc.sql(
                        """
                        select count(*) from operations.work w join retail.orders o on o.work_key = w.task_instance
                        where o.external_id = ?""")
                .param(order.id())
                .query(Long.class)
                .single();
    }

    private boolean leftBehind(ShopOrder order) throws Exception {
        String sql = new String(
                getClass().getResourceAsStream("/sql/orders/left-behind.sql").readAllBytes(),
                java.nio.charset.StandardCharsets.UTF_8);
        long id = jdbc.sql("select id from retail.orders where external_id = ?")
                .param(order.id())
                .query(Long.class)
                .single();
        return jdbc.sql(sql).query(Long.class).list().contains(id);
    }
}
