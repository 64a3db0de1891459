package io.esimhub.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which supplier would be chosen now, why not the others, and what an operator can do about it. */
class RoutingTest extends RunningHub {

    @AfterEach
    void nobodyIsPaused() {
        jdbc.sql("delete from suppliers.accounts").update();
    }

    @Test
    void theDryRunSaysWhatWouldBeBoughtInHowManyOrdersAndWhyNotTheOthers() {
        sell("ESIM-ROUTE", List.of(variant("esim-go", "esim_ROUTE_V2", 20), variant("redteago", "route_1_7", 10)));

        JsonNode answer = ask("ESIM-ROUTE", 70);

        assertThat(answer.at("/chosen/supplier").asText()).isEqualTo("redteago");
        assertThat(answer.at("/chosen/orders").toString()).isEqualTo("[30,30,10]");
        assertThat(answer.at("/notChosen/0/supplier").asText()).isEqualTo("esim-go");
        assertThat(answer.at("/notChosen/0/why").asText()).isEqualTo("priority 20 after 10");
        assertThat(SANDBOX.purchases("redteago", "route_1_7")).isEmpty();
    }

    @Test
    void aPausedSupplierIsPassedOverUntilSomebodyResumesIt() {
        sell("ESIM-PAUSE", List.of(variant("esim-go", "esim_PAUSE_V2", 10), variant("redteago", "pause_1_7", 20)));

        assertThat(pause("esim-go", "{\"reason\":\"invoice in dispute\"}").status())
                .isEqualTo(200);
        JsonNode paused = ask("ESIM-PAUSE", 1);
        assertThat(post("esim-go", "resume", "{\"reason\":\"settled\"}").status())
                .isEqualTo(200);

        assertThat(paused.at("/chosen/supplier").asText()).isEqualTo("redteago");
        assertThat(paused.at("/notChosen/0/why").asText()).isEqualTo("paused");
        assertThat(ask("ESIM-PAUSE", 1).at("/chosen/supplier").asText()).isEqualTo("esim-go");
    }

    @Test
    void anOrderWhoseOnlySupplierIsPausedWaitsSaysSoOnceAndGoesOn() {
        sell("ESIM-WAITS", List.of(variant("esim-go", "esim_WAITS_V2", 10)));
        pause("esim-go", "{\"reason\":\"a minute of quiet\"}");
        ShopOrder order = ShopOrder.paid("ESIM-WAITS", 1);

        SHOP.post("orders/paid", order);
        JsonNode waiting =
                Waiting.until(() -> order(order.id()), shown -> events(shown).contains("waits for a supplier"));
        hurry();
        post("esim-go", "resume", "{\"reason\":\"over\"}");

        assertThat(waiting.path("state").asText()).isEqualTo("IN_FULFILLMENT");
        JsonNode delivered = Waiting.until(
                () -> {
                    hurry(); // as often as it is put off: a run that began before the supplier was back puts it off
                    // once more
                    return order(order.id());
                },
                shown -> "DELIVERED".equals(shown.path("state").asText()));
        assertThat(events(delivered)).containsOnlyOnce("waits for a supplier");
    }

    @Test
    void aLineThatIsTooLongForAVariantGoesToTheNextAndTheTimelineSaysWhy() {
        Map<String, Object> narrow = variant("esim-go", "esim_NARROW_V2", 10);
        sell("ESIM-NARROW", List.of(narrow, variant("redteago", "narrow_1_7", 20)));
        jdbc.sql("update catalog.product_variants set max_quantity = 2 where supplier_sku = 'esim_NARROW_V2'")
                .update();
        ShopOrder order = ShopOrder.paid("ESIM-NARROW", 3);

        SHOP.post("orders/paid", order);

        JsonNode delivered = awaitState(order.id(), "DELIVERED");
        assertThat(SANDBOX.purchases("redteago", "narrow_1_7")).hasSize(1);
        assertThat(delivered.path("timeline").toString()).contains("at most 2 a line, 3 are owed");
    }

    @Test
    void whatWouldBeSoldUnderCostIsNotBoughtButAFullDiscountIs() {
        Map<String, Object> product = new java.util.LinkedHashMap<>(
                Catalogs.product("ESIM-MARGIN", List.of(variant("esim-go", "esim_MARGIN_V2", 10))));
        product.put("retailPrice", Map.of("amount", "1.79", "currency", "USD"));
        CALLS.ops("PUT", "/api/v1/ops/catalog", Shop.json(Map.of("products", List.of(product))));

        JsonNode answer = ask("ESIM-MARGIN", 1);

        assertThat(answer.path("chosen").isNull()).isTrue();
        assertThat(answer.at("/notChosen/0/why").asText()).startsWith("margin -0.56 % is below the floor of 0 %");
        ShopOrder order = ShopOrder.paid("ESIM-MARGIN", 1);
        SHOP.post("orders/paid", order);
        assertThat(awaitState(order.id(), "NEEDS_ATTENTION").path("reason").asText())
                .isEqualTo("NO_VARIANT");

        product.put("retailPrice", Map.of("amount", "4.50", "currency", "USD"));
        CALLS.ops("PUT", "/api/v1/ops/catalog", Shop.json(Map.of("products", List.of(product))));
        awaitState(order.id(), "DELIVERED");
    }

    @Test
    void aSupplierInShadowIsOnlyWatchedAndNothingOfItIsEverBoughtLater() {
        sell("ESIM-SHADOW", List.of(variant("watched", "shadow", 10)));
        ShopOrder order = ShopOrder.paid("ESIM-SHADOW", 2);

        SHOP.post("orders/paid", order);
        JsonNode watched = awaitState(order.id(), "IGNORED");
        sell("ESIM-SHADOW", List.of(variant("esim-go", "esim_SHADOW_V2", 5)));
        Waiting.until(
                () -> {
                    hurry();
                    return itemsLeft();
                },
                left -> left == 0);

        assertThat(watched.path("reason").asText()).isEqualTo("SHADOW");
        assertThat(events(watched)).contains("variant chosen", "would have been bought", "held back");
        assertThat(purchasesOf(watched)).isEmpty();
        assertThat(jdbc.sql("select sum(quantity) from fulfillment.shadow_purchases where supplier = 'watched'")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
        assertThat(SANDBOX.purchases("esim-go", "esim_SHADOW_V2")).isEmpty();
    }

    @Test
    void whatComesAfterTheShadowIsBoughtAndWhatWasOnlyWatchedStaysUnbought() {
        sell("ESIM-AFTER-SHADOW", List.of(variant("watched", "after-shadow", 10)));
        ShopOrder order = ShopOrder.paid("ESIM-AFTER-SHADOW", 1);
        SHOP.post("orders/paid", order);
        awaitState(order.id(), "IGNORED");
        jdbc.sql("update catalog.product_variants set status = 'inactive' where supplier_sku = 'after-shadow'")
                .update();

        SHOP.post("orders/paid", order.currentQuantity(2).at("2026-07-01T10:05:00-04:00"));
        JsonNode parked = awaitState(order.id(), "NEEDS_ATTENTION");
        sell("ESIM-AFTER-SHADOW", List.of(variant("esim-go", "esim_AFTER_SHADOW_V2", 5)));

        assertThat(parked.path("reason").asText()).isEqualTo("NO_VARIANT");
        JsonNode delivered = awaitState(order.id(), "DELIVERED");
        assertThat(units(delivered)).containsExactly("PARKED", "SENT");
        assertThat(SANDBOX.purchases("esim-go", "esim_AFTER_SHADOW_V2"))
                .singleElement()
                .satisfies(bought -> assertThat(bought.path("quantity").asInt()).isEqualTo(1));
    }

    @Test
    void ordersFromBeforeTheHubTookOverAreNeverBought() {
        ShopOrder order = ShopOrder.paid().with("created_at", "2019-12-31T23:59:59Z");

        SHOP.post("orders/paid", order);

        JsonNode old = awaitState(order.id(), "IGNORED");
        assertThat(old.path("reason").asText()).isEqualTo("BEFORE_PURCHASE_FROM");
        assertThat(purchasesOf(old)).isEmpty();
        assertThat(mailsTo(order.email())).isEmpty();
    }

    @Test
    void aSupplierThatIsSwitchedOffIsLeftOutAndSaysSo() {
        sell("ESIM-OFF", List.of(variant("switched-off", "off", 5), variant("esim-go", "esim_OFF_V2", 10)));

        JsonNode answer = ask("ESIM-OFF", 1);

        assertThat(answer.at("/chosen/supplier").asText()).isEqualTo("esim-go");
        assertThat(answer.at("/notChosen/0/why").asText()).isEqualTo("purchasing is off");
    }

    @Test
    void suppliersShowWhatTheyCanDoAndHowItIsWithThem() {
        pause("redteago", "{\"reason\":\"test\",\"until\":\"2099-01-01T00:00:00Z\"}");

        JsonNode suppliers = CALLS.get("/api/v1/ops/suppliers").path("suppliers");

        JsonNode redteago =
                Waiting.of(suppliers, row -> "redteago".equals(row.path("code").asText()));
        assertThat(redteago.path("obstacle").asText()).isEqualTo("paused until 2099-01-01T00:00:00Z");
        assertThat(redteago.at("/capabilities/resolution").asText()).isEqualTo("NATIVE_KEY");
    }

    @Test
    void wrongQuestionsAndPausesNameTheFieldAndChangeNothing() {
        assertThat(problem("GET", "/api/v1/ops/routing", null)).isEqualTo("400 sku");
        assertThat(problem("GET", "/api/v1/ops/routing?sku=ESIM-GB-1GB-7D&quantity=0", null))
                .isEqualTo("400 quantity");
        assertThat(problem("GET", "/api/v1/ops/routing?sku=ESIM-GB-1GB-7D&quantity=many", null))
                .isEqualTo("400 quantity");
        assertThat(problem("GET", "/api/v1/ops/routing?sku=NOTHING", null)).isEqualTo("404 ");
        assertThat(problem("POST", "/api/v1/ops/suppliers/nobody/pause", "{\"reason\":\"x\"}"))
                .isEqualTo("404 ");
        assertThat(problem("POST", "/api/v1/ops/suppliers/esim-go/pause", "{}")).isEqualTo("422 reason");
        assertThat(problem(
                        "POST",
                        "/api/v1/ops/suppliers/esim-go/pause",
                        "{\"reason\":\"x\",\"until\":\"2001-01-01T00:00:00Z\"}"))
                .isEqualTo("422 until");
        assertThat(problem("POST", "/api/v1/ops/suppliers/esim-go/pause", "{")).isEqualTo("400 ");
        assertThat(problem("POST", "/api/v1/ops/suppliers/esim-go/resume", "{\"reason\":\"x\"}"))
                .isEqualTo("409 ");
        assertThat(jdbc.sql("select count(*) from suppliers.accounts where paused_at is not null")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static String problem(String method, String path, String body) {
        Calls.Answer answer = CALLS.ops(method, path, body);
        return answer.status() + " "
                + answer.body().path("errors").path(0).path("field").asText();
    }

    private static JsonNode ask(String sku, int quantity) {
        return CALLS.get("/api/v1/ops/routing?sku=" + sku + "&quantity=" + quantity);
    }

    private static Calls.Answer pause(String supplier, String body) {
        return post(supplier, "pause", body);
    }

    private static Calls.Answer post(String supplier, String what, String body) {
        return CALLS.ops("POST", "/api/v1/ops/suppliers/" + supplier + "/" + what, body);
    }

    private static Map<String, Object> variant(String supplier, String bundle, int priority) {
        if (supplier.equals("redteago")) {
            CALLS.ops(
                    "POST",
                    "/sandbox/prices",
                    "{\"supplier\":\"redteago\",\"bundle\":\"" + bundle + "\",\"price\":\"1.80\"}");
        }
        return Catalogs.variant(supplier, bundle, "1.80", priority);
    }

    private static void sell(String sku, List<Map<String, Object>> variants) {
        List<Map<String, Object>> suppliers = java.util.stream.Stream.of(
                        "esim-go", "redteago", "watched", "switched-off")
                .map(code -> Map.<String, Object>of("code", code, "name", code, "status", "active"))
                .toList();
        Calls.Answer answer = CALLS.ops(
                "PUT",
                "/api/v1/ops/catalog",
                Shop.json(Map.of("suppliers", suppliers, "products", List.of(Catalogs.product(sku, variants)))));
        assertThat(answer.status()).isEqualTo(200);
    }
}
