package io.esimhub.suppliers.airalo;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.esimhub.model.DataVolume;
import io.esimhub.model.Money;
import io.esimhub.suppliers.EsimReference;
import io.esimhub.suppliers.EsimStatus;
import io.esimhub.suppliers.EsimStatus.Stage;
import io.esimhub.suppliers.FindAnswer;
import io.esimhub.suppliers.OrderWindow;
import io.esimhub.suppliers.SupplierListing;
import io.esimhub.suppliers.SupplierOffer;
import io.esimhub.suppliers.SupplierOffers;
import io.esimhub.suppliers.SupplierOrder;
import io.esimhub.suppliers.SuppliersUnderTest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AiraloBooksTest {

    private static final OrderWindow WINDOW =
            new OrderWindow(Instant.parse("2026-11-20T10:00:00.9Z"), Instant.parse("2026-11-20T11:00:00.1Z"));
    private static final EsimReference ESIM =
            new EsimReference("1", "roam-gb-7days-1gb", "709001", Optional.of("8900000000000000001"));

    private static SuppliersUnderTest suppliers;

    @BeforeAll
    static void start() {
        suppliers = new SuppliersUnderTest();
    }

    @AfterAll
    static void stop() {
        suppliers.close();
    }

    @BeforeEach
    void forget() {
        suppliers.forget();
    }

    @Test
    void everyPageOfTheDaysIsReadAndWhatIsOutsideTheWindowIsLeftOut() {
        page(1, AiraloPapers.page(1, 2, 3, order("1", "key-1"), order("2", null)));
        page(2, AiraloPapers.page(2, 2, 3, order("3", "key-3").replace("2026-11-20 10:30:00", "2026-11-20 11:00:01")));

        SupplierListing listing = list(WINDOW);

        assertThat(listing.orders()).extracting(SupplierOrder::reference).containsExactly("1", "2");
        assertThat(listing.orders())
                .extracting(SupplierOrder::key)
                .containsExactly(Optional.of("key-1"), Optional.empty());
        SupplierOrder first = listing.orders().get(0);
        assertThat(first.createdAt()).isEqualTo("2026-11-20T10:30:00Z");
        assertThat(first.quantity()).isEqualTo(1);
        assertThat(first.supplierSku()).isEqualTo("roam-gb-7days-1gb");
        assertThat(first.esims()).hasSize(1);
        assertThat(listing.supplierClock()).contains(Instant.parse("2026-11-20T11:02:03Z"));
        assertThat(suppliers.arrivals()).hasSize(2);
    }

    @Test
    void underOurKeyOnlyExactlyThatDescriptionCounts() {
        suppliers
                .server()
                .stubFor(get(urlPathEqualTo("/airalo/orders"))
                        .withQueryParam("filter[description]", equalTo("abc-1"))
                        .withQueryParam("include", equalTo("sims,status"))
                        .willReturn(okJson(AiraloPapers.page(
                                1,
                                1,
                                4,
                                order("1", "abc-10"),
                                order("2", "xabc-1"),
                                order("3", "ABC-1"),
                                order("4", "abc-1")))));

        SupplierListing listing = list(new OrderWindow(WINDOW.from(), WINDOW.to(), Optional.of("abc-1")));

        assertThat(listing.orders()).extracting(SupplierOrder::reference).containsExactly("4");
    }

    @Test
    void pagesWithoutANumberEndWhereNothingNewComes() {
        page(1, AiraloPapers.ok("[" + order("1", "k") + "]"));
        page(2, AiraloPapers.ok("[]"));

        assertThat(list(WINDOW).orders()).hasSize(1);
    }

    @Test
    void anOrderThatIsShownTwiceCountsOnce() {
        page(1, AiraloPapers.page(1, 2, 2, order("2", "k2"), order("1", "k1")));
        page(2, AiraloPapers.page(2, 2, 3, order("1", "k1")));

        assertThat(list(WINDOW).orders()).hasSize(2);
    }

    @Test
    void aRefundedOrderIsListedButItsEsimsAreNobodys() {
        page(1, AiraloPapers.page(1, 1, 1, AiraloPapers.order("1", "k", 1, 1, ",\"status\":{\"slug\":\"refunded\"}")));

        assertThat(list(WINDOW).orders()).singleElement().satisfies(order -> assertThat(order.esims())
                .isEmpty());
    }

    @Test
    void aListThatEndsBeforeItsTotalProvesNothing() {
        page(1, AiraloPapers.page(1, 2, 101, order("1", "k")));
        page(2, AiraloPapers.page(2, 2, 101));

        assertThatThrownBy(() -> list(WINDOW)).isInstanceOf(CamelExecutionException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "500, application/json, {}",
        "200, text/html, <html>",
        "200, application/json, {}",
        "200, application/json, x",
        "200, application/json, {\"data\":[{\"description\":\"k\"}]}",
        "401, application/json, {}",
        "429, application/json, {}"
    })
    void halfAListProvesNothing(int status, String type, String body) {
        answers(status, type, body);

        assertThatThrownBy(() -> list(WINDOW)).isInstanceOf(CamelExecutionException.class);
    }

    @Test
    void anOrderByItsNumberHandsOverItsEsims() {
        answers(200, "application/json", AiraloPapers.placed("k", 2, 2));

        assertThat(find("583747"))
                .isInstanceOfSatisfying(FindAnswer.Allocated.class, allocated -> assertThat(allocated.esims())
                        .hasSize(2));
        assertThat(suppliers.arrivals().get(0).getUrl()).isEqualTo("/airalo/orders/583747?include=sims,status");
    }

    @Test
    void anOrderWithMissingEsimsIsStillBeingAllocated() {
        answers(200, "application/json", AiraloPapers.placed("k", 3, 1));

        assertThat(find("583747")).isEqualTo(new FindAnswer.Allocating(1, 3));
    }

    @Test
    void aRequestThatHasNoNumberYetIsNotAskedFor() {
        assertThat(find("3NhR3gKmqCWK7IWppurpDX3Cg")).isEqualTo(new FindAnswer.Allocating(0, 0));
        assertThat(suppliers.arrivals()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"failed", "refunded"})
    void anOrderThatIsOverIsForAPerson(String status) {
        answers(
                200,
                "application/json",
                AiraloPapers.ok(AiraloPapers.order("1", "k", 1, 1, ",\"status\":{\"slug\":\"" + status + "\"}")));

        assertThat(find("1")).isEqualTo(new FindAnswer.NotFound("the order is " + status + " at the supplier"));
    }

    @Test
    void anOrderThatAiraloDoesNotKnowIsNotFound() {
        answers(404, "application/json", "{\"data\":[],\"meta\":{\"message\":\"messages.resource_not_found\"}}");

        assertThat(find("1")).isEqualTo(new FindAnswer.NotFound("messages.resource_not_found"));
    }

    @ParameterizedTest
    @CsvSource({
        "500, application/json",
        "200, text/html",
        "404, text/html",
        "429, application/json",
        "401, application/json"
    })
    void anAnswerThatSaysNothingIsAskedForAgain(int status, String type) {
        answers(status, type, type.endsWith("html") ? "<html>" : "{\"data\":[]}");

        assertThat(find("1")).isInstanceOf(FindAnswer.NoAnswer.class);
    }

    @Test
    void packagesOfAllPagesAndBothShapesAreOffers() {
        suppliers.server().stubFor(packages(1, "[" + country("GB", bundle("a-1", "1.1", 1024, false, "sim")) + "]"));
        suppliers
                .server()
                .stubFor(packages(
                        2,
                        "{\"1\":"
                                + country(
                                        "JP",
                                        bundle("b-1", "22.50001", 0, true, "sim"),
                                        bundle("b-topup", "2", 1024, false, "topup"),
                                        "{\"id\":\"b-2\",\"type\":\"sim\",\"price\":9.5,\"amount\":500,\"day\":3,\"title\":\"x\"}")
                                + "}"));

        List<SupplierOffer> offers =
                suppliers.ask("catalog-airalo", null, SupplierOffers.class).offers();

        assertThat(offers).extracting(SupplierOffer::supplierSku).containsExactly("a-1", "b-1", "b-2");
        SupplierOffer first = offers.get(0);
        assertThat(first.cost()).isEqualTo(Money.of("1.1", "USD"));
        assertThat(first.countries()).containsExactly("GB", "IM");
        assertThat(first.data()).contains(DataVolume.megabytes(1024, DataVolume.Base.BINARY));
        assertThat(first.validityDays()).contains(7);
        assertThat(first.name()).isEqualTo("Roam-1 GB - 7 Days");
        assertThat(first.available()).isTrue();
        assertThat(offers.get(1).data()).isEmpty();
        assertThat(offers.get(1).cost()).isEqualTo(Money.of("22.5", "USD"));
        assertThat(offers.get(2).cost())
                .as("the retail price, for want of another")
                .isEqualTo(Money.of("9.5", "USD"));
    }

    @Test
    void packagesThatEndBeforeTheirTotalAreNoCatalog() {
        suppliers.server().stubFor(packages(1, "[" + country("GB") + "]"));
        suppliers.server().stubFor(packages(2, "[]"));

        assertThatThrownBy(() -> suppliers.ask("catalog-airalo", null, SupplierOffers.class))
                .isInstanceOf(CamelExecutionException.class);
    }

    @Test
    void theBalanceIsReadOrSaidToBeMissing() {
        answers(
                200,
                "application/json",
                AiraloPapers.ok(
                        "{\"balances\":{\"name\":\"balance\",\"availableBalance\":{\"amount\":225.35,\"currency\":\"USD\"}}}"));
        assertThat(suppliers.ask("balance-airalo", null, Money.class)).isEqualTo(Money.of("225.35", "USD"));

        answers(200, "application/json", AiraloPapers.ok("{\"balances\":[]}"));
        assertThatThrownBy(() -> suppliers.ask("balance-airalo", null, Money.class))
                .isInstanceOf(CamelExecutionException.class);
    }

    @ParameterizedTest
    @CsvSource({"NOT_ACTIVE, NEW", "ACTIVE, ACTIVE", "FINISHED, DEPLETED", "EXPIRED, EXPIRED", "RECYCLED, EXPIRED"})
    void anEsimsUsageTellsHowFarItIs(String status, Stage stage) {
        answers(
                200,
                "application/json",
                AiraloPapers.ok("{\"remaining\":767,\"total\":2048,\"expired_at\":\"2026-12-01 00:00:00\",\"status\":\""
                        + status + "\"}"));

        EsimStatus told = suppliers.ask("status-airalo", ESIM, EsimStatus.class);

        assertThat(told.stage()).isEqualTo(stage);
        assertThat(told.usedBytes()).contains(1281L << 20);
        assertThat(told.totalBytes()).contains(2048L << 20);
        assertThat(told.expiresAt()).contains(Instant.parse("2026-12-01T00:00:00Z"));
        assertThat(suppliers.arrivals().get(0).getUrl()).isEqualTo("/airalo/sims/8900000000000000001/usage");
    }

    @Test
    void aStatusThatAiraloDoesNotKnowIsNone() {
        answers(200, "application/json", AiraloPapers.ok("{\"remaining\":0,\"total\":0,\"status\":\"UNKNOWN\"}"));

        assertThatThrownBy(() -> suppliers.ask("status-airalo", ESIM, EsimStatus.class))
                .isInstanceOf(CamelExecutionException.class);
    }

    private static SupplierListing list(OrderWindow window) {
        return suppliers.ask("list-airalo", window, SupplierListing.class);
    }

    private static FindAnswer find(String reference) {
        return suppliers.ask("find-airalo", reference, FindAnswer.class);
    }

    private static String order(String id, String description) {
        return AiraloPapers.order(id, description, 1, 1, "");
    }

    private static void page(int number, String body) {
        suppliers
                .server()
                .stubFor(get(urlPathEqualTo("/airalo/orders"))
                        .withQueryParam("filter[created_at]", equalTo("2026-11-20 - 2026-11-21"))
                        .withQueryParam("limit", equalTo("100"))
                        .withQueryParam("page", equalTo(Integer.toString(number)))
                        .willReturn(okJson(body).withHeader("Date", "Fri, 20 Nov 2026 11:02:03 GMT")));
    }

    private static com.github.tomakehurst.wiremock.client.MappingBuilder packages(int number, String data) {
        return get(urlPathEqualTo("/airalo/packages"))
                .withQueryParam("page", equalTo(Integer.toString(number)))
                .willReturn(okJson("{\"data\":" + data + ",\"meta\":{\"last_page\":2,\"total\":2}}"));
    }

    private static String country(String code, String... bundles) {
        return "{\"slug\":\"" + code + "\",\"country_code\":\"" + code
                + "\",\"operators\":[{\"title\":\"Roam\",\"coverages\":[{\"code\":\"" + code
                + "\"},{\"code\":\"IM\"},{\"code\":\"Somewhere\"}],\"packages\":[" + String.join(",", bundles) + "]}]}";
    }

    private static String bundle(String id, String netPrice, int megabytes, boolean unlimited, String type) {
        return "{\"id\":\"" + id + "\",\"type\":\"" + type + "\",\"price\":4.5,\"amount\":" + megabytes
                + ",\"day\":7,\"is_unlimited\":" + unlimited + ",\"title\":\"1 GB - 7 Days\",\"net_price\":" + netPrice
                + "}";
    }

    private static void answers(int status, String type, String body) {
        suppliers
                .server()
                .stubFor(any(anyUrl())
                        .willReturn(aResponse()
                                .withStatus(status)
                                .withHeader("Content-Type", type)
                                .withBody(body)));
    }
}
