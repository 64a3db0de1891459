package io.esimhub.suppliers.esimgo;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.esimhub.model.DataVolume;
import io.esimhub.model.Money;
import io.esimhub.suppliers.SupplierOffer;
import io.esimhub.suppliers.SupplierOffers;
import io.esimhub.suppliers.SuppliersUnderTest;
import io.esimhub.suppliers.UnusableAnswer;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EsimGoAccountTest {

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
    void anAccountInPounds() {
        suppliers.forget();
        organisation(
                okJson("{\"apiKey\":\"" + SuppliersUnderTest.API_KEY + "\",\"currency\":\"GBP\",\"balance\":1299.3}"));
    }

    @Test
    void everyPageIsReadInEitherShapeAndPricedInTheOrganisationsCurrency() {
        page(1, okJson("{\"bundles\":" + bundles(1, 50) + "}"));
        page(2, okJson(bundles(51, 70)));
        page(3, okJson("[]"));

        List<SupplierOffer> offers = catalogue();

        assertThat(offers).hasSize(70).extracting(SupplierOffer::supplierSku).doesNotHaveDuplicates();
        assertThat(offers).allSatisfy(offer -> assertThat(offer.cost()).isEqualTo(Money.of("1.85", "GBP")));
        assertThat(suppliers.arrivals()).allSatisfy(request -> {
            assertThat(request.getHeader("X-API-Key")).isEqualTo(SuppliersUnderTest.API_KEY);
            assertThat(request.getHeader("X-Stray")).isNull();
        });
    }

    @Test
    void aBundleIsReadInEverySpelling() {
        page(
                1,
                okJson(
                        """
                [{"name":"esim_1GB_7D_GB_V2","description":"eSIM, 1GB, 7 Days, United Kingdom, V2","price":"1.80",
                  "countries":[{"name":"United Kingdom","region":"Europe","iso":"GB"}],"dataAmount":1000,"duration":7},
                 {"name":"esim_1gb_7d_gb_v2","price":2,"countries":["gb","Europe","REUP","xk"],"dataAmount":"500",
                  "duration":"30","roamingEnabled":[{"iso":"FR"},{"iso":"EU"},{"iso":"FR"}]},
                 {"name":"esim_UL_1D_TH_V2","price":3.123456,"unlimited":true,"dataAmount":-1,"duration":1,"countries":null}]"""));
        page(2, okJson("[]"));

        List<SupplierOffer> offers = catalogue();

        assertThat(offers.get(0))
                .isEqualTo(new SupplierOffer(
                        "esim_1GB_7D_GB_V2",
                        List.of(),
                        "eSIM, 1GB, 7 Days, United Kingdom, V2",
                        Money.of("1.80", "GBP"),
                        true,
                        List.of("GB"),
                        java.util.Optional.of(DataVolume.megabytes(1000, DataVolume.Base.DECIMAL)),
                        java.util.Optional.of(7)));
        assertThat(offers.get(1).supplierSku()).as("case matters").isEqualTo("esim_1gb_7d_gb_v2");
        assertThat(offers.get(1).countries()).containsExactly("FR", "GB", "XK");
        assertThat(offers.get(1).data().orElseThrow().bytes()).isEqualTo(500_000_000);
        assertThat(offers.get(2).data()).isEmpty();
        assertThat(offers.get(2).cost()).isEqualTo(Money.of("3.1235", "GBP"));
    }

    @Test
    void aServerThatKnowsNoPagesShowsEverythingAtOnce() {
        suppliers.server().stubFor(get(urlPathEqualTo("/v2.4/catalogue")).willReturn(okJson(bundles(1, 120))));

        assertThat(catalogue()).hasSize(120);
    }

    @Test
    void fullPagesThatRepeatAreHalfAList() {
        suppliers.server().stubFor(get(urlPathEqualTo("/v2.4/catalogue")).willReturn(okJson(bundles(1, 50))));

        assertUnusable("catalog-esim-go");
    }

    @ParameterizedTest
    @CsvSource({
        "500, application/json, '{\"message\":\"error\"}'",
        "403, application/json, '{\"message\":\"access denied\"}'",
        "200, text/html, <html>",
        "200, application/json, '{\"orders\":[]}'",
        "200, application/json, '[]'",
        "200, application/json, '[{\"price\":1}]'",
        "200, application/json, '[{\"name\":\"without a price\"}]'",
        "200, application/json, '[{\"name\":\"cut off'",
        "302, application/json, '[]'"
    })
    void halfACatalogueIsNone(int status, String type, String body) {
        page(1, okJson(bundles(1, 50)));
        page(2, aResponse().withStatus(status).withHeader("Content-Type", type).withBody(body));
        if (body.equals("[]") && status == 200) {
            page(1, okJson("[]"));
        }

        assertUnusable("catalog-esim-go");
    }

    @Test
    void aBusySupplierSaysWhenToAskAgain() {
        organisation(aResponse().withStatus(429).withHeader("Retry-After", "7").withBody("{}"));

        assertThatThrownBy(() -> suppliers.ask("balance-esim-go", null, Money.class))
                .rootCause()
                .isInstanceOfSatisfying(UnusableAnswer.class, busy -> assertThat(busy.retryAfter())
                        .contains(Duration.ofSeconds(7)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1299.3", "\"1299.30\"", "1299.30009"})
    void theBalanceIsInTheOrganisationsCurrency(String balance) {
        organisation(okJson("{\"balance\":" + balance + ",\"currency\":\"GBP\",\"users\":[{\"role\":\"Admin\"}]}"));

        assertThat(suppliers.ask("balance-esim-go", null, Money.class)).isEqualTo(Money.of("1299.30", "GBP"));
    }

    @ParameterizedTest
    @CsvSource({
        "200, application/json, '{\"apiKey\":\"k3y-of-a-test-account\",\"currency\":\"GBP\"}'",
        "200, application/json, '{\"balance\":\"k3y-of-a-test-account\",\"currency\":\"GBP\"}'",
        "200, application/json, '{\"apiKey\":\"k3y-of-a-test-account\"'",
        "200, application/json, 'null'",
        "200, text/html, 'k3y-of-a-test-account'",
        "500, application/json, '{\"apiKey\":\"k3y-of-a-test-account\"}'"
    })
    void aBalanceThatWasNotToldIsNoneAndTheKeyIsNotRepeated(int status, String type, String body) {
        organisation(
                aResponse().withStatus(status).withHeader("Content-Type", type).withBody(body));

        assertThatThrownBy(() -> suppliers.ask("balance-esim-go", null, Money.class))
                .hasStackTraceContaining("UnusableAnswer")
                .satisfies(failure -> assertThat(stackTrace(failure)).doesNotContain(SuppliersUnderTest.API_KEY));
    }

    @Test
    void whatIsLeftAfterTheQuestionHoldsNoHeader() {
        assertThat(suppliers.headersAfter("balance-esim-go", null)).isEmpty();
    }

    private static String stackTrace(Throwable failure) {
        var text = new java.io.StringWriter();
        failure.printStackTrace(new java.io.PrintWriter(text));
        return text.toString();
    }

    private static void assertUnusable(String route) {
        assertThatThrownBy(() -> suppliers.ask(route, null, Object.class)).hasRootCauseInstanceOf(UnusableAnswer.class);
    }

    private static List<SupplierOffer> catalogue() {
        return suppliers.ask("catalog-esim-go", null, SupplierOffers.class).offers();
    }

    private static void organisation(ResponseDefinitionBuilder answer) {
        suppliers.server().stubFor(get(urlPathEqualTo("/v2.4/organisation")).willReturn(answer));
    }

    private static void page(int number, ResponseDefinitionBuilder answer) {
        suppliers
                .server()
                .stubFor(get(urlPathEqualTo("/v2.4/catalogue"))
                        .withQueryParam("page", equalTo(Integer.toString(number)))
                        .withQueryParam("perPage", equalTo("50"))
                        .willReturn(answer));
    }

    private static String bundles(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(n -> "{\"name\":\"bundle_" + n + "\",\"price\":1.85,\"dataAmount\":1000,\"duration\":7}")
                .collect(Collectors.joining(",", "[", "]"));
    }
}
