package io.esimhub.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.catalog.sync.SyncRequests;
import io.esimhub.model.DataVolume;
import io.esimhub.model.Money;
import io.esimhub.suppliers.SupplierOffer;
import io.esimhub.suppliers.SupplierOffers;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartz.CronTrigger;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.TriggerKey;
import org.springframework.beans.factory.annotation.Autowired;

/** What a supplier's list does to the catalog. */
class CatalogSyncTest extends RunningHub {

    private static final String SYNC = "/api/v1/ops/suppliers/listed/sync";

    @Autowired
    Scheduler scheduler;

    @Autowired
    CamelContext camel;

    @Autowired
    SyncRequests requests;

    @BeforeEach
    void nothingWasEverListed() {
        jdbc.sql(
                        "update operations.cases set state = 'CLOSED', closed_at = now(), closed_by = 'test' where state = 'OPEN' and kind in ('catalog-sync', 'margin')")
                .update();
        jdbc.sql("delete from catalog.cost_history").update();
        jdbc.sql("delete from catalog.sync_runs").update();
        jdbc.sql("delete from catalog.supplier_offers").update();
        jdbc.sql("delete from catalog.product_variants where supplier = 'listed'")
                .update();
        imports("{\"suppliers\": [{\"code\": \"listed\", \"name\": \"Listed\"}]}");
    }

    @Test
    void aNewCostIsTakenWithItsHistoryAndWhatDiffersIsReported() {
        sells("ESIM-SYNC-COST", "bundle-1", "1.80");
        sells("ESIM-SYNC-OTHER", "never-heard-of", "1.80");
        lists(offer("bundle-1", "2.10"), offer("bundle-2", "3.00"));

        JsonNode run = synced(SYNC, null, "MERGED");

        assertThat(cost("ESIM-SYNC-COST")).isEqualTo("2.1000");
        assertThat(cost("ESIM-SYNC-OTHER")).isEqualTo("1.8000");
        assertThat(run.path("counts").path("listed").asInt()).isEqualTo(2);
        assertThat(run.path("requestedBy").asText()).isEqualTo("ops");
        assertThat(changes(run, "variant-cost")).singleElement().satisfies(change -> {
            assertThat(change.path("sku").asText()).isEqualTo("ESIM-SYNC-COST");
            assertThat(change.path("details").path("to").asText()).isEqualTo("2.1000 USD");
        });
        assertThat(changes(run, "variant-never-listed")).hasSize(1);
        assertThat(changes(run, "variant-differs")).singleElement().satisfies(change -> assertThat(
                        change.path("details").path("less").toString())
                .isEqualTo("[\"dataBytes\"]"));
        JsonNode history = CALLS.get("/api/v1/ops/catalog/costs?sku=ESIM-SYNC-COST");
        assertThat(history.path("costs").path(0).path("from").path("amount").asText())
                .isEqualTo("1.8000");
        JsonNode offers = CALLS.get("/api/v1/ops/catalog/offers?supplier=listed&text=BUNDLE-1");
        assertThat(offers.path("offers")).hasSize(1);
        assertThat(offers.path("offers").path(0).path("soldAs").toString()).isEqualTo("[\"ESIM-SYNC-COST\"]");
        assertThat(CALLS.get("/api/v1/ops/catalog/syncs?supplier=listed").path("syncs"))
                .hasSize(1);
    }

    @Test
    void aVanishedOfferTakesItsVariantOffSaleAndItsReturnDeliversWhatWaitedForIt() {
        sells("ESIM-SYNC-GONE", "gone-1", "1.80");
        sells("ESIM-SYNC-OFF", "gone-2", "1.80");
        lists(offer("gone-1", "1.80"), offer("gone-2", "1.80"), offer("stays-1", "1"), offer("stays-2", "1"));
        synced(SYNC, null, "MERGED");

        lists(offer("stays-1", "1"), offer("stays-2", "1"));
        synced(SYNC, null, "MERGED");
        assertThat(status("ESIM-SYNC-GONE")).isEqualTo("inactive");
        // a person says the same, so it is the person's decision from now on
        imports(Shop.json(Map.of("products", List.of(product("ESIM-SYNC-OFF", "gone-2", "1.80", "inactive")))));
        ShopOrder order = ShopOrder.paid("ESIM-SYNC-GONE", 1);
        SHOP.post("orders/paid", order);
        Waiting.until(() -> units(order(order.id())), List.of("PARKED")::equals);

        lists(offer("gone-1", "1.80"), offer("gone-2", "1.80"), offer("stays-1", "1"), offer("stays-2", "1"));
        JsonNode back = synced(SYNC, null, "MERGED");

        assertThat(changes(back, "variant-restored")).hasSize(1);
        assertThat(status("ESIM-SYNC-GONE")).isEqualTo("active");
        assertThat(status("ESIM-SYNC-OFF")).isEqualTo("inactive");
        awaitState(order.id(), "DELIVERED");
    }

    @Test
    void anEmptyOrHalvedListChangesNothingUntilAPersonAcceptsTheLoss() {
        sells("ESIM-SYNC-HALF", "half-1", "1.80");
        lists(offer("half-1", "1.80"), offer("half-2", "1"), offer("half-3", "1"));
        synced(SYNC, null, "MERGED");

        lists();
        synced(SYNC, "{\"acceptLoss\": true}", "NOT_BELIEVED");
        lists(offer("half-3", "1"));
        JsonNode run = synced(SYNC, null, "NOT_BELIEVED");

        assertThat(run.path("error").asText()).isEqualTo("2 of 3 offers are gone from the list at once");
        assertThat(status("ESIM-SYNC-HALF")).isEqualTo("active");
        assertThat(openCases("catalog-sync")).containsExactly("listed");

        synced(SYNC, "{\"acceptLoss\": true}", "MERGED");
        assertThat(status("ESIM-SYNC-HALF")).isEqualTo("inactive");
        assertThat(openCases("catalog-sync")).isEmpty();
    }

    @Test
    void aMarginBelowItsFloorIsACaseUntilTheCostOrThePriceIsRightAgain() {
        imports(Shop.json(Map.of("products", List.of(priced("ESIM-SYNC-MARGIN", "margin-1", "1.80", "4.00")))));
        String subject = "variant:"
                + jdbc.sql("select id from catalog.product_variants where sku = 'ESIM-SYNC-MARGIN'")
                        .query(Long.class)
                        .single();
        assertThat(openCases("margin")).doesNotContain(subject);

        lists(offer("margin-1", "3.50"));
        synced(SYNC, null, "MERGED");
        assertThat(openCases("margin")).contains(subject);

        lists(offer("margin-1", "1.90"));
        synced(SYNC, null, "MERGED");
        assertThat(openCases("margin")).doesNotContain(subject);

        imports(Shop.json(Map.of("products", List.of(priced("ESIM-SYNC-MARGIN", "margin-1", "3.70", "4.00")))));
        assertThat(openCases("margin")).contains(subject);
        imports(Shop.json(Map.of("products", List.of(priced("ESIM-SYNC-MARGIN", "margin-1", "3.70", "9.00")))));
        assertThat(openCases("margin")).doesNotContain(subject);
    }

    @Test
    void aListThatCannotBeReadIsTriedAgainAndANewRunMakesTheOldOneNeedless() {
        ListedSupplier.list = () -> {
            throw new IllegalStateException("half a list");
        };
        JsonNode failed = synced(SYNC, null, "FAILED");
        assertThat(failed.path("error").asText()).contains("half a list");

        lists(offer("again-1", "1"));
        synced(SYNC, null, "MERGED");

        assertThat(run(failed.path("id").asLong()).path("outcome").asText()).isEqualTo("SUPERSEDED");
        assertThat(openCases("catalog-sync")).isEmpty();
    }

    @Test
    void onePlannedTimeMakesOneRunASupplierAndOnlyWork() throws Exception {
        camel.getRouteController().suspendRoute("catalog-sync");
        try {
            CronTrigger planned = (CronTrigger) scheduler.getTrigger(TriggerKey.triggerKey("sync", "catalog"));
            assertThat(planned.getMisfireInstruction()).isEqualTo(CronTrigger.MISFIRE_INSTRUCTION_FIRE_ONCE_NOW);
            assertThat(planned.getTimeZone().getID()).isEqualTo("UTC");
            assertThat(jdbc.sql("select count(*) from operations.qrtz_cron_triggers where trigger_group = 'catalog'")
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);

            scheduler.triggerJob(JobKey.jobKey("sync", "catalog"));

            Waiting.until(() -> plannedItems("listed"), items -> items == 1);
            assertThat(runs("listed", "schedule")).isEqualTo(1);
        } finally {
            jdbc.sql("delete from operations.work where task_instance like 'catalog-sync:%'")
                    .update();
            camel.getRouteController().resumeRoute("catalog-sync");
        }
    }

    @Test
    void processesThatAskForTheSamePlannedTimeGetOneRunASupplier() throws Exception {
        camel.getRouteController().suspendRoute("catalog-sync");
        try {
            Date time = Date.from(Instant.parse("2026-11-25T10:17:00Z"));

            requests.planned(time);
            requests.planned(time);

            assertThat(plannedItems("listed")).isEqualTo(1);
            assertThat(runs("listed", "schedule")).isEqualTo(1);
        } finally {
            jdbc.sql("delete from operations.work where task_instance like 'catalog-sync:%'")
                    .update();
            camel.getRouteController().resumeRoute("catalog-sync");
        }
    }

    @Test
    void aWishThatCannotBeGrantedChangesNothing() {
        assertThat(CALLS.ops("POST", "/api/v1/ops/suppliers/nobody/sync", null).status())
                .isEqualTo(404);
        assertThat(CALLS.ops("POST", SYNC, "not json").status()).isEqualTo(400);
        Calls.Answer misspelt = CALLS.ops("POST", SYNC, "{\"acceptloss\": true}");
        assertThat(misspelt.status()).isEqualTo(422);
        assertThat(misspelt.body().path("errors").path(0).path("field").asText())
                .isEqualTo("acceptLoss");
        assertThat(CALLS.ops("GET", "/api/v1/ops/catalog/syncs/99999999", null).status())
                .isEqualTo(404);
        assertThat(CALLS.ops("GET", "/api/v1/ops/catalog/syncs/x", null).status())
                .isEqualTo(404);
        assertThat(runs("listed", "ops")).isZero();
    }

    @Test
    void limitsOfAVariantAreKeptAndWrongOnesNamed() {
        Calls.Answer wrong = CALLS.ops(
                "PUT",
                "/api/v1/ops/catalog",
                Shop.json(Map.of("products", List.of(limited("ESIM-SYNC-LIMITS", Map.of("maxQuantity", 0))))));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body().path("errors").path(0).path("field").asText())
                .isEqualTo("products[0].variants[0].maxQuantity");

        imports(Shop.json(Map.of(
                "products",
                List.of(limited(
                        "ESIM-SYNC-LIMITS",
                        Map.of("maxQuantity", 3, "validTo", "2030-01-01T00:00:00Z", "countries", List.of("GB")))))));
        assertThat(jdbc.sql(
                                "select max_quantity || ' ' || countries::text || ' ' || (valid_to at time zone 'UTC')::text from catalog.product_variants where sku = 'ESIM-SYNC-LIMITS'")
                        .query(String.class)
                        .single())
                .isEqualTo("3 {GB} 2030-01-01 00:00:00");
        assertThat(jdbc.sql("select margin_floor::text from catalog.products where sku = 'ESIM-SYNC-LIMITS'")
                        .query(String.class)
                        .single())
                .isEqualTo("15.0000");
    }

    private static void lists(SupplierOffer... offers) {
        ListedSupplier.list = () -> new SupplierOffers(List.of(offers));
    }

    private static SupplierOffer offer(String sku, String cost) {
        return new SupplierOffer(
                sku,
                List.of(),
                "Somewhere " + sku,
                Money.of(cost, "USD"),
                true,
                List.of("GB"),
                Optional.of(DataVolume.megabytes(500, DataVolume.Base.DECIMAL)),
                Optional.of(7));
    }

    private static void sells(String sku, String supplierSku, String cost) {
        imports(Catalogs.product(sku, "listed", supplierSku, cost));
    }

    private static void imports(String document) {
        Calls.Answer answer = CALLS.ops("PUT", "/api/v1/ops/catalog", document);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private static Map<String, Object> product(String sku, String supplierSku, String cost, String status) {
        Map<String, Object> variant = new java.util.HashMap<>(Catalogs.variant("listed", supplierSku, cost, 10));
        variant.put("status", status);
        return Catalogs.product(sku, List.of(variant));
    }

    private static Map<String, Object> priced(String sku, String supplierSku, String cost, String price) {
        Map<String, Object> product = new java.util.HashMap<>(product(sku, supplierSku, cost, "active"));
        product.put("retailPrice", Map.of("amount", price, "currency", "USD"));
        product.put("marginFloor", "20");
        return product;
    }

    private static Map<String, Object> limited(String sku, Map<String, Object> limits) {
        Map<String, Object> variant = new java.util.HashMap<>(Catalogs.variant("listed", "limited-1", "1.00", 10));
        variant.putAll(limits);
        Map<String, Object> product = new java.util.HashMap<>(Catalogs.product(sku, List.of(variant)));
        product.put("marginFloor", 15);
        return product;
    }

    private static JsonNode synced(String path, String body, String outcome) {
        Calls.Answer asked = CALLS.ops("POST", path, body);
        assertThat(asked.status()).as(asked.toString()).isEqualTo(202);
        return Waiting.until(
                () -> run(asked.body().path("id").asLong()),
                run -> outcome.equals(run.path("outcome").asText()));
    }

    private static JsonNode run(long id) {
        return CALLS.get("/api/v1/ops/catalog/syncs/" + id);
    }

    private static List<JsonNode> changes(JsonNode run, String kind) {
        return StreamSupport.stream(run.path("changes").spliterator(), false)
                .filter(change -> kind.equals(change.path("kind").asText()))
                .toList();
    }

    private static List<String> openCases(String kind) {
        JsonNode cases = CALLS.get("/api/v1/ops/cases?kind=" + kind).path("cases");
        return StreamSupport.stream(cases.spliterator(), false)
                .map(each -> each.path("subject").asText())
                .toList();
    }

    private String cost(String sku) {
        return jdbc.sql("select cost_amount::text from catalog.product_variants where sku = ?")
                .param(sku)
                .query(String.class)
                .single();
    }

    private String status(String sku) {
        return jdbc.sql("select status from catalog.product_variants where sku = ?")
                .param(sku)
                .query(String.class)
                .single();
    }

    private long plannedItems(String supplier) {
        return jdbc.sql("select count(*) from operations.work where task_instance like 'catalog-sync:' || ? || ':%'")
                .param(supplier)
                .query(Long.class)
                .single();
    }

    private long runs(String supplier, String by) {
        return jdbc.sql("select count(*) from catalog.sync_runs where supplier = ? and requested_by = ?")
                .param(supplier)
                .param(by)
                .query(Long.class)
                .single();
    }
}
