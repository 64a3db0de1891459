package io.esimhub.suppliers;

import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.esimhub.EsimHub;
import io.esimhub.model.Money;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The adapters and the copy of the vendors' APIs that every new checkout buys from understand each other. */
class BuyingFromTheSandboxTest {

    @TempDir
    private static Path ledger;

    private static ConfigurableApplicationContext sandbox;
    private static SuppliersUnderTest suppliers;
    private static String address;

    @BeforeAll
    static void start() {
        sandbox = new SpringApplicationBuilder(EsimHub.class)
                .profiles("sandbox")
                .run("--server.port=0", "--hub.sandbox.ledger-dir=" + ledger);
        address = "http://localhost:" + sandbox.getEnvironment().getRequiredProperty("local.server.port");
        suppliers = new SuppliersUnderTest(
                "hub.suppliers.esim-go.base-url=" + address + "/sandbox/esim-go/v2.4",
                "hub.suppliers.esim-go.api-key=sandbox-key",
                "hub.suppliers.redteago.base-url=" + address + "/sandbox/redteago",
                "hub.suppliers.redteago.access-code=sandbox",
                "hub.suppliers.redteago.secret-key=sandbox-secret",
                "hub.suppliers.airalo.base-url=" + address + "/sandbox/airalo/v2",
                "hub.suppliers.airalo.client-id=sandbox",
                "hub.suppliers.airalo.client-secret=sandbox-secret");
    }

    @AfterAll
    static void stop() {
        suppliers.close();
        sandbox.close();
    }

    @Test
    void anOrderAtEsimGoIsFoundByReferenceAndInTheList() {
        SupplierAnswer.Completed bought = (SupplierAnswer.Completed) suppliers.place("esim-go", "esim_1GB_7D_GB_V2", 2);

        FindAnswer found = suppliers.ask("find-esim-go", bought.supplierOrder(), FindAnswer.class);
        SupplierListing listing = suppliers.ask("list-esim-go", lately(), SupplierListing.class);

        assertThat(found).isEqualTo(new FindAnswer.Allocated(bought.esims()));
        assertThat(listing.supplierClock()).isPresent();
        assertThat(listing.orders())
                .filteredOn(order -> order.reference().equals(bought.supplierOrder()))
                .singleElement()
                .satisfies(order -> {
                    assertThat(order.supplierSku()).isEqualTo("esim_1GB_7D_GB_V2");
                    assertThat(order.quantity()).isEqualTo(2);
                    assertThat(order.total()).isPresent();
                    assertThat(order.esims()).isEqualTo(bought.esims());
                });
    }

    @Test
    void anOrderAtRedteagoIsAllocatedLaterAndListedUnderOurKey() {
        String key = UUID.randomUUID().toString();
        SupplierAnswer.Accepted accepted = (SupplierAnswer.Accepted) order(key);

        assertThat(order(key)).as("the same order once more").isEqualTo(accepted);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        suppliers.ask("find-redteago", accepted.supplierOrder(), FindAnswer.class))
                .isInstanceOfSatisfying(FindAnswer.Allocated.class, allocated -> assertThat(allocated.esims())
                        .hasSize(2)));
        assertThat(suppliers
                        .ask("list-redteago", lately(), SupplierListing.class)
                        .orders())
                .filteredOn(order -> order.key().filter(key::equals).isPresent())
                .singleElement()
                .satisfies(order -> {
                    assertThat(order.reference()).isEqualTo(accepted.supplierOrder());
                    assertThat(order.quantity()).isEqualTo(2);
                });
    }

    @Test
    void anOrderAtAiraloIsFoundByNumberAndUnderOurKeyAmongTwoThatAreAlike() {
        String key = UUID.randomUUID().toString();
        SupplierAnswer.Completed bought = (SupplierAnswer.Completed) orderAtAiralo(suppliers, key);
        SupplierAnswer.Completed alike = (SupplierAnswer.Completed) orderAtAiralo(suppliers, key + "0");

        FindAnswer found = suppliers.ask("find-airalo", bought.supplierOrder(), FindAnswer.class);
        SupplierListing own = suppliers.ask("list-airalo", lately(Optional.of(key)), SupplierListing.class);
        SupplierListing all = suppliers.ask("list-airalo", lately(), SupplierListing.class);

        assertThat(found).isEqualTo(new FindAnswer.Allocated(bought.esims()));
        assertThat(own.supplierClock()).isPresent();
        assertThat(own.orders()).singleElement().satisfies(order -> {
            assertThat(order.reference()).isEqualTo(bought.supplierOrder());
            assertThat(order.key()).contains(key);
            assertThat(order.quantity()).isEqualTo(2);
            assertThat(order.esims()).isEqualTo(bought.esims());
        });
        assertThat(all.orders())
                .extracting(SupplierOrder::reference)
                .contains(bought.supplierOrder(), alike.supplierOrder());
    }

    @Test
    void anAsynchronousOrderAtAiraloIsToldByASignedCallbackAndListedUnderOurKey() {
        suppliers.server().stubFor(post("/webhooks/suppliers/airalo").willReturn(ok()));
        try (SuppliersUnderTest later = new SuppliersUnderTest(
                "hub.public-url=" + suppliers.server().baseUrl(),
                "hub.suppliers.airalo.asynchronous=true",
                "hub.suppliers.airalo.base-url=" + address + "/sandbox/airalo/v2",
                "hub.suppliers.airalo.client-id=sandbox",
                "hub.suppliers.airalo.client-secret=sandbox-secret")) {
            String key = UUID.randomUUID().toString();
            SupplierAnswer.Accepted accepted = (SupplierAnswer.Accepted) orderAtAiralo(later, key);

            assertThat(later.ask("find-airalo", accepted.supplierOrder(), FindAnswer.class))
                    .isEqualTo(new FindAnswer.Allocating(0, 0));
            LoggedRequest call = await().atMost(Duration.ofSeconds(20))
                    .until(suppliers::arrivals, calls -> !calls.isEmpty())
                    .get(0);

            assertThat(later.callbackReader("airalo")
                            .read(new SupplierCallback(
                                    Map.of("airalo-signature", call.getHeader("airalo-signature")), call.getBody())))
                    .isEqualTo(new CallbackReading.Believed(
                            accepted.supplierOrder(),
                            "async_orders",
                            List.of(new CallbackReading.OrderChanged(
                                    Optional.of(accepted.supplierOrder()), Optional.of(key)))));
            assertThat(later.ask("list-airalo", lately(Optional.of(key)), SupplierListing.class)
                            .orders())
                    .singleElement()
                    .satisfies(order -> assertThat(order.esims()).hasSize(2));
        }
    }

    @Test
    void whatAiraloSellsHoldsAndTellsOfAnEsimIsUnderstood() {
        SupplierAnswer.Completed bought = (SupplierAnswer.Completed)
                orderAtAiralo(suppliers, UUID.randomUUID().toString());
        SupplierEsim esim = bought.esims().get(0);

        assertThat(suppliers.ask("balance-airalo", null, Money.class).currency())
                .isEqualTo("USD");
        assertThat(suppliers.ask("catalog-airalo", null, SupplierOffers.class).offers())
                .filteredOn(offer -> offer.supplierSku().equals("roam-gb-7days-1gb"))
                .singleElement()
                .satisfies(offer -> {
                    assertThat(offer.cost()).isEqualTo(Money.of("2.05", "USD"));
                    assertThat(offer.countries()).containsExactly("GB");
                });
        assertThat(suppliers.ask(
                        "status-airalo",
                        new EsimReference(
                                bought.supplierOrder(), "roam-gb-7days-1gb", esim.supplierEsimId(), esim.iccid()),
                        EsimStatus.class))
                .satisfies(status -> assertThat(status.untouched()).isTrue());
    }

    private static SupplierAnswer orderAtAiralo(SuppliersUnderTest at, String key) {
        return at.ask(
                "place-airalo",
                new SupplierOrderRequest(key, "roam-gb-7days-1gb", 2, Money.of("2.05", "USD")),
                SupplierAnswer.class);
    }

    @Test
    void anEsimOfEsimGoIsInstalledUsedAndNoLongerTakenBack() throws Exception {
        EsimReference esim = boughtAtEsimGo();

        assertThat(status("esim-go", esim).stage()).isEqualTo(EsimStatus.Stage.NEW);
        live("esim-go", esim, "INSTALLED", 0);
        assertThat(status("esim-go", esim).stage()).isEqualTo(EsimStatus.Stage.INSTALLED);
        assertThat(cancel("esim-go", esim)).isInstanceOf(CancelAnswer.Refused.class);
        live("esim-go", esim, "ACTIVE", 400_000_000);
        assertThat(status("esim-go", esim)).satisfies(active -> {
            assertThat(active.stage()).isEqualTo(EsimStatus.Stage.ACTIVE);
            assertThat(active.usedBytes()).contains(400_000_000L);
            assertThat(active.totalBytes()).contains(1_000_000_000L);
            assertThat(active.installedAt()).isPresent();
            assertThat(active.expiresAt().orElseThrow())
                    .isEqualTo(active.activatedAt().orElseThrow().plus(Duration.ofDays(7)));
        });
        live("esim-go", esim, "DEPLETED", 0);
        assertThat(status("esim-go", esim).stage()).isEqualTo(EsimStatus.Stage.DEPLETED);
        live("esim-go", esim, "EXPIRED", 0);
        assertThat(status("esim-go", esim).stage()).isEqualTo(EsimStatus.Stage.EXPIRED);
    }

    @Test
    void anEsimGivenBackToEsimGoIsPaidBackOnce() {
        BigDecimal before = balance("esim-go");
        EsimReference esim = boughtAtEsimGo();
        assertThat(balance("esim-go")).isLessThan(before);

        assertThat(cancel("esim-go", esim)).isEqualTo(new CancelAnswer.Cancelled());

        assertThat(balance("esim-go")).isEqualByComparingTo(before);
        assertThat(status("esim-go", esim).stage()).isEqualTo(EsimStatus.Stage.CANCELLED);
        assertThat(cancel("esim-go", esim)).isInstanceOf(CancelAnswer.Refused.class);
        assertThat(balance("esim-go")).isEqualByComparingTo(before);
    }

    @Test
    void anEsimOfRedteagoIsInstalledUsedAndNoLongerTakenBack() throws Exception {
        EsimReference esim = boughtAtRedteago();

        assertThat(status("redteago", esim).stage()).isEqualTo(EsimStatus.Stage.NEW);
        live("redteago", esim, "INSTALLED", 0);
        assertThat(status("redteago", esim).stage()).isEqualTo(EsimStatus.Stage.INSTALLED);
        assertThat(cancel("redteago", esim)).isInstanceOf(CancelAnswer.Refused.class);
        live("redteago", esim, "ACTIVE", 5);
        assertThat(status("redteago", esim)).satisfies(active -> {
            assertThat(active.stage()).isEqualTo(EsimStatus.Stage.ACTIVE);
            assertThat(active.usedBytes()).contains(5L);
            assertThat(active.totalBytes()).contains(1L << 30);
            assertThat(active.expiresAt().orElseThrow())
                    .isEqualTo(active.activatedAt().orElseThrow().plus(Duration.ofDays(7)));
        });
        live("redteago", esim, "DEPLETED", 0);
        assertThat(status("redteago", esim).stage()).isEqualTo(EsimStatus.Stage.DEPLETED);
        live("redteago", esim, "EXPIRED", 0);
        assertThat(status("redteago", esim).stage()).isEqualTo(EsimStatus.Stage.EXPIRED);
    }

    @Test
    void anEsimGivenBackToRedteagoIsPaidBackOnce() {
        BigDecimal before = balance("redteago");
        EsimReference esim = boughtAtRedteago();
        assertThat(balance("redteago")).isLessThan(before);

        assertThat(cancel("redteago", esim)).isEqualTo(new CancelAnswer.Cancelled());

        // the order had two eSIMs
        assertThat(balance("redteago")).isLessThan(before);
        assertThat(status("redteago", esim).stage()).isEqualTo(EsimStatus.Stage.CANCELLED);
        BigDecimal after = balance("redteago");
        assertThat(cancel("redteago", esim)).isInstanceOf(CancelAnswer.Refused.class);
        assertThat(balance("redteago")).isEqualByComparingTo(after);
    }

    @ParameterizedTest
    @CsvSource({"esim-go, esim_1GB_7D_GB_V2, esim_1GB_7D_EU_V2, 1000000000", "redteago, GB_1_7, EU_1_7, 1073741824"})
    void theCatalogueListsWhatIsSold(String supplier, String sku, String european, long bytes) {
        assertThat(offer(supplier, sku).orElseThrow()).satisfies(offer -> {
            assertThat(offer.countries()).containsExactly("GB");
            assertThat(offer.validityDays()).contains(7);
            assertThat(offer.data().orElseThrow().bytes()).isEqualTo(bytes);
            assertThat(offer.cost().currency()).isEqualTo("USD");
        });
        assertThat(offer(supplier, european).orElseThrow().countries())
                .hasSize(30)
                .contains("GB", "CH");
    }

    @ParameterizedTest
    @CsvSource({"esim-go, esim_5GB_30D_TH_V2", "redteago, TH_5_30"})
    void aPriceThatChangesIsListedAndABundleThatIsWithdrawnIsSoldNoMore(String supplier, String sku) throws Exception {
        price(supplier, sku, "9.99");
        assertThat(offer(supplier, sku).orElseThrow().cost()).isEqualTo(Money.of("9.99", "USD"));

        sandbox("DELETE", "/sandbox/prices?supplier=" + supplier + "&bundle=" + sku, "");

        assertThat(offer(supplier, sku)).isEmpty();
        assertThat(suppliers.place(supplier, sku, 1))
                .isInstanceOfSatisfying(SupplierAnswer.Rejected.class, rejected -> assertThat(rejected.refusal())
                        .isEqualTo(SupplierAnswer.Refusal.UNKNOWN_BUNDLE));
        price(supplier, sku, "1.80");
        assertThat(offer(supplier, sku)).isPresent();
        assertThat(suppliers.place(supplier, sku, 1)).isNotInstanceOf(SupplierAnswer.Rejected.class);
    }

    /** More than two pages of them. */
    @Test
    void everyPageOfTheCatalogueIsRead() throws Exception {
        for (int n = 0; n < 110; n++) {
            price("esim-go", "many_" + n, "1.00");
        }

        assertThat(offers("esim-go"))
                .filteredOn(offer -> offer.supplierSku().startsWith("many_"))
                .hasSize(110);
    }

    private static EsimReference boughtAtEsimGo() {
        var bought = (SupplierAnswer.Completed) suppliers.place("esim-go", "esim_1GB_7D_GB_V2", 1);
        SupplierEsim esim = bought.esims().get(0);
        return new EsimReference(bought.supplierOrder(), "esim_1GB_7D_GB_V2", esim.supplierEsimId(), esim.iccid());
    }

    private static EsimReference boughtAtRedteago() {
        var accepted = (SupplierAnswer.Accepted) order(UUID.randomUUID().toString());
        FindAnswer found = await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> suppliers.ask("find-redteago", accepted.supplierOrder(), FindAnswer.class),
                        FindAnswer.Allocated.class::isInstance);
        SupplierEsim esim = ((FindAnswer.Allocated) found).esims().get(0);
        return new EsimReference(accepted.supplierOrder(), "GB_1_7", esim.supplierEsimId(), esim.iccid());
    }

    private static EsimStatus status(String supplier, EsimReference esim) {
        return suppliers.ask("status-" + supplier, esim, EsimStatus.class);
    }

    private static CancelAnswer cancel(String supplier, EsimReference esim) {
        return suppliers.ask("cancel-" + supplier, esim, CancelAnswer.class);
    }

    private static BigDecimal balance(String supplier) {
        return suppliers.ask("balance-" + supplier, null, Money.class).amount();
    }

    private static List<SupplierOffer> offers(String supplier) {
        return suppliers.ask("catalog-" + supplier, null, SupplierOffers.class).offers();
    }

    private static Optional<SupplierOffer> offer(String supplier, String sku) {
        return offers(supplier).stream()
                .filter(offer -> offer.supplierSku().equals(sku))
                .findFirst();
    }

    private static void live(String supplier, EsimReference esim, String stage, long usedBytes) throws Exception {
        sandbox(
                "POST",
                "/sandbox/esims",
                "{\"supplier\":\"%s\",\"esim\":\"%s\",\"stage\":\"%s\",\"usedBytes\":%d}"
                        .formatted(supplier, esim.supplierEsimId(), stage, usedBytes));
    }

    private static void price(String supplier, String sku, String price) throws Exception {
        sandbox(
                "POST",
                "/sandbox/prices",
                "{\"supplier\":\"%s\",\"bundle\":\"%s\",\"price\":\"%s\"}".formatted(supplier, sku, price));
    }

    private static void sandbox(String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isBetween(200, 204);
    }

    private static SupplierAnswer order(String key) {
        Money unguarded = Money.of("1.80", "EUR");
        return suppliers.ask(
                "place-redteago", new SupplierOrderRequest(key, "GB_1_7", 2, unguarded), SupplierAnswer.class);
    }

    private static OrderWindow lately() {
        return lately(Optional.empty());
    }

    private static OrderWindow lately(Optional<String> key) {
        return new OrderWindow(Instant.now().minusSeconds(600), Instant.now().plusSeconds(600), key);
    }
}
