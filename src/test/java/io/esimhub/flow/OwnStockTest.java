package io.esimhub.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** eSIMs that were bought in bulk, from the file to the customer's phone. */
class OwnStockTest extends RunningHub {

    private final Shelf shelf = new Shelf(CALLS);

    @Test
    void whatWasTakenInIsMailedWithItsOwnCodeAndConfirmationCode() throws Exception {
        sell("ESIM-BULK", Catalogs.variant("stock", "bulk-gb", "1.10", 5));
        List<String> iccids = shelf.esims("bulk-gb", 2, "4711-C");

        ShopOrder order = ShopOrder.paid("ESIM-BULK", 2);
        SHOP.post("orders/paid", order);
        JsonNode delivered = awaitState(order.id(), "DELIVERED");

        assertThat(delivered.path("lines").path(0).path("units").findValuesAsText("supplier"))
                .containsExactly("stock", "stock");
        assertThat(OrderToMailTest.scannedCodes(mailsTo(order.email()).get(0)))
                .containsExactlyInAnyOrder(
                        "LPA:1$rsp.stock.example.com$M-" + iccids.get(0) + "$$1",
                        "LPA:1$rsp.stock.example.com$M-" + iccids.get(1) + "$$1");
        assertThat(Mails.texts(mailsTo(order.email()).get(0))).allMatch(text -> text.contains("4711-C"));
        assertThat(shelf.item(iccids.get(0)).path("stockOrder").asText())
                .isEqualTo(purchasesOf(delivered).get(0).path("supplierOrder").asText());
        assertThat(delivered.toString()).doesNotContain("M-" + iccids.get(0)).doesNotContain("4711-C");
        assertThat(CALLS.get("/api/v1/ops/stock/items?sku=bulk-gb").toString())
                .doesNotContain("M-" + iccids.get(0))
                .doesNotContain("4711-C");
    }

    @Test
    void whatIsLeftOnTheShelfIsSoldAndAnotherSupplierSellsTheRest() {
        shelf.esims("nearly-out", 1);
        sell(
                "ESIM-NEARLY-OUT",
                Catalogs.variant("stock", "nearly-out", "1.10", 5),
                Catalogs.variant("esim-go", "esim_NEARLY_V2", "1.80", 10));

        ShopOrder order = ShopOrder.paid("ESIM-NEARLY-OUT", 2);
        SHOP.post("orders/paid", order);
        JsonNode delivered = awaitState(order.id(), "DELIVERED");

        assertThat(delivered.path("lines").path(0).path("units").findValuesAsText("supplier"))
                .containsExactly("stock", "esim-go");
        assertThat(shelf.level("nearly-out").path("free").asInt()).isZero();
        assertThat(mailsTo(order.email())).hasSize(1);
    }

    @Test
    void anOrderThatFoundTheShelfEmptyGoesOnByItselfWhenItIsFilled() {
        sell("ESIM-REFILL", Catalogs.variant("stock", "refill", "1.10", 5));
        ShopOrder order = ShopOrder.paid("ESIM-REFILL", 1);
        SHOP.post("orders/paid", order);
        assertThat(awaitState(order.id(), "NEEDS_ATTENTION").path("reason").asText())
                .isEqualTo("NO_VARIANT");

        shelf.esims("refill", 1);

        JsonNode delivered = awaitState(order.id(), "DELIVERED");
        assertThat(delivered.path("cases").path(0).path("state").asText()).isEqualTo("CLOSED");
    }

    @Test
    void aShelfThatRunsLowIsAnAlarmUntilItIsFilled() {
        shelf.esims("low", 10);
        assertThat(shelf.level("low").path("low").asBoolean()).isTrue();
        assertThat(alarms()).contains("low");

        shelf.esims("low", 1);

        assertThat(shelf.level("low").path("low").asBoolean()).isFalse();
        assertThat(alarms()).doesNotContain("low");
        assertThat(meters.get("hub.stock.free").tag("sku", "low").gauge().value())
                .isEqualTo(11);
    }

    @Test
    void theAlarmLooksByItself() {
        shelf.esims("eleven", 11);
        sell("ESIM-ELEVEN", Catalogs.variant("stock", "eleven", "1.10", 5));
        assertThat(alarms()).doesNotContain("eleven");

        ShopOrder order = ShopOrder.paid("ESIM-ELEVEN", 1);
        SHOP.post("orders/paid", order);
        awaitState(order.id(), "DELIVERED");

        Waiting.until(this::alarms, subjects -> subjects.contains("eleven"));
    }

    @Test
    void whatIsInStockAlreadyIsNamedLineByLineAndNothingIsTakenIn() {
        List<String> there = shelf.esims("books", 2);
        String fresh = Shelf.iccid();
        String csv = "iccid,smdp_address,matching_id,cost,currency\n"
                + fresh + ",rsp.stock.example.com,M-NEW-" + fresh + ",1,USD\n"
                + there.get(0) + ",rsp.stock.example.com,OTHER-" + fresh + ",1,USD\n"
                + Shelf.iccid() + ",rsp.stock.example.com,M-" + there.get(1) + ",1,USD\n";

        Calls.Answer answer = shelf.take("esim", "books", csv);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().findValuesAsText("field"))
                .containsExactlyInAnyOrder("line 3, iccid", "line 4, matching_id");
        assertThat(answer.body().toString()).doesNotContain("M-" + there.get(1));
        assertThat(shelf.item(fresh).isMissingNode()).isTrue();
        assertThat(shelf.level("books").path("free").asInt()).isEqualTo(2);
    }

    @Test
    void aSkuIsOfOneKindAndOneCurrency() {
        shelf.esims("one-kind", 1);

        Calls.Answer cards = shelf.take("sim", "one-kind", "iccid,cost,currency\n" + Shelf.iccid() + ",1,EUR\n");

        assertThat(cards.status()).isEqualTo(422);
        assertThat(cards.body().findValuesAsText("field")).containsExactlyInAnyOrder("kind", "currency");
    }

    @ParameterizedTest
    @CsvSource({
        "?kind=esim&sku=x, application/json, 415, unsupported-media-type",
        "?kind=esim&sku=x, text/csv; charset=iso-8859-1, 415, unsupported-media-type",
        "?kind=gift&sku=x, text/csv, 400, bad-parameter",
        "?kind=esim, text/csv, 400, bad-parameter",
        "?kind=esim&sku=x, text/csv, 422, bad-stock"
    })
    void whatIsNoFileOfItemsIsRefused(String query, String contentType, int status, String code) {
        Calls.Answer answer = shelf.send(query, "{}", contentType);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body().path("code").asText()).isEqualTo(code);
    }

    private List<String> alarms() {
        return CALLS.get("/api/v1/ops/cases?kind=low-stock&limit=200").findValuesAsText("subject");
    }

    @SafeVarargs
    private static void sell(String sku, Map<String, Object>... variants) {
        Calls.Answer answer = CALLS.ops(
                "PUT",
                "/api/v1/ops/catalog",
                Shop.json(Map.of(
                        "suppliers",
                        List.of(Map.of("code", "stock", "name", "Our own stock", "status", "active")),
                        "products",
                        List.of(Catalogs.product(sku, List.of(variants))))));
        assertThat(answer.status()).isEqualTo(200);
    }
}
