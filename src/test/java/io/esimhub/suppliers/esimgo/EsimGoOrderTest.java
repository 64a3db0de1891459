package io.esimhub.suppliers.esimgo;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static io.esimhub.suppliers.SupplierAnswer.Cause.ACCESS;
import static io.esimhub.suppliers.SupplierAnswer.Cause.BUSY;
import static io.esimhub.suppliers.SupplierAnswer.Refusal.FUNDS;
import static io.esimhub.suppliers.SupplierAnswer.Refusal.INVALID;
import static io.esimhub.suppliers.SupplierAnswer.Refusal.OUT_OF_STOCK;
import static io.esimhub.suppliers.SupplierAnswer.Refusal.UNKNOWN_BUNDLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.esimhub.suppliers.SupplierAnswer;
import io.esimhub.suppliers.SupplierEsim;
import io.esimhub.suppliers.SuppliersUnderTest;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EsimGoOrderTest {

    private static final String SKU = "esim_1GB_7D_GB_V2";
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
    void asManyEsimsAsWereOrderedCompleteIt() {
        answers(200, "application/json; charset=utf-8", EsimGoPapers.order(2, 2));

        SupplierAnswer answer = suppliers.place("esim-go", SKU, 2);

        assertThat(answer).isInstanceOfSatisfying(SupplierAnswer.Completed.class, completed -> {
            assertThat(completed.supplierOrder()).isEqualTo(EsimGoPapers.REFERENCE);
            assertThat(completed.esims())
                    .extracting(SupplierEsim::supplierEsimId)
                    .containsExactly("8944500000000000001", "8944500000000000002");
            assertThat(completed.esims())
                    .extracting(esim -> esim.activationCode().orElseThrow().lpa())
                    .containsExactly("LPA:1$smdp.example.com$MADE-UP-0001", "LPA:1$smdp.example.com$MADE-UP-0002");
        });
    }

    @Test
    void theOrderBuysNewEsimsAndCarriesNothingElse() {
        answers(200, "application/json", EsimGoPapers.order(3, 3));

        suppliers.place("esim-go", SKU, 3);

        assertThat(suppliers.arrivals()).singleElement().satisfies(request -> {
            assertThat(request.getMethod().getName()).isEqualTo("POST");
            assertThat(request.getUrl()).isEqualTo("/v2.4/orders");
            assertThat(request.getHeader("X-API-Key")).isEqualTo(SuppliersUnderTest.API_KEY);
            assertThat(request.getHeader("Content-Type")).isEqualTo("application/json");
            assertThat(request.containsHeader("X-Stray")).isFalse();
            assertThat(request.getBodyAsString())
                    .isEqualTo("{\"type\":\"transaction\",\"assign\":true,"
                            + "\"order\":[{\"type\":\"bundle\",\"item\":\"esim_1GB_7D_GB_V2\",\"quantity\":3}]}");
        });
    }

    @Test
    void idsAndPricesMayBeNumbersOrTextAndTheOrderMayBeCapitalised() {
        answers(
                200,
                "application/json",
                """
                {"Order":[{"item":"esim_1GB_7D_GB_V2","quantity":"1",
                  "esims":[{"iccid":89445000000000000017,"matchingId":4711,"smdpAddress":"smdp.example.com"}]}],
                 "total":"1.80","orderReference":9007199254740993}""");

        assertThat(suppliers.place("esim-go", SKU, 1))
                .isInstanceOfSatisfying(SupplierAnswer.Completed.class, completed -> {
                    assertThat(completed.supplierOrder()).isEqualTo("9007199254740993");
                    assertThat(completed.esims().get(0).iccid()).contains("89445000000000000017");
                });
    }

    static Stream<Arguments> successesThatProveNothing() {
        return Stream.of(
                Arguments.of("fewer eSIMs than ordered", EsimGoPapers.order(2, 1)),
                Arguments.of("more eSIMs than ordered", EsimGoPapers.order(2, 3)),
                Arguments.of("none", EsimGoPapers.order(2, 0)),
                Arguments.of(
                        "the same one twice",
                        EsimGoPapers.order(
                                "createdDate",
                                "B1",
                                SKU,
                                2,
                                ",\"esims\":[" + EsimGoPapers.esim(1) + "," + EsimGoPapers.esim(1) + "]")),
                Arguments.of("no reference", EsimGoPapers.order("createdDate", "", SKU, 2, EsimGoPapers.esims(2))),
                Arguments.of("a dry run", "{\"order\":[{\"item\":\"x\",\"quantity\":2}],\"valid\":true}"),
                Arguments.of("another format", "[1,2]"),
                Arguments.of(
                        "no matching id",
                        EsimGoPapers.order(
                                "createdDate",
                                "B1",
                                SKU,
                                2,
                                EsimGoPapers.esims(2).replace("MADE-UP", "?"))),
                Arguments.of("nested without end", "[".repeat(100_000)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("successesThatProveNothing")
    void anAnswerThatDoesNotFitTheOrderLeavesItUnknown(String what, String body) {
        answers(200, "application/json", body);

        assertThat(suppliers.place("esim-go", SKU, 2)).isInstanceOf(SupplierAnswer.Unknown.class);
        assertThat(suppliers.arrivals()).hasSize(1);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(400, "text/plain", "Insufficient balance to complete the order", FUNDS),
                Arguments.of(402, "application/json", "{\"message\":\"Not enough credit\"}", FUNDS),
                Arguments.of(400, "text/plain; charset=utf-8", "Bundle esim_1GB_7D_GB_V2 not found", UNKNOWN_BUNDLE),
                Arguments.of(404, "application/json", "{\"message\":\"Unknown bundle\"}", UNKNOWN_BUNDLE),
                Arguments.of(422, "application/json", "{\"message\":\"Bundle does not exist\"}", UNKNOWN_BUNDLE),
                Arguments.of(409, "application/json", "{\"message\":\"bundle is out of stock\"}", OUT_OF_STOCK),
                Arguments.of(400, "text/plain", "This bundle is not available", OUT_OF_STOCK),
                Arguments.of(403, "text/plain", "The user does not have any available bundles left", OUT_OF_STOCK),
                Arguments.of(403, "application/json", "{\"message\":\"no bundles left\"}", OUT_OF_STOCK),
                Arguments.of(400, "", "{\"message\":\"quantity must be positive\"}", INVALID),
                Arguments.of(400, "text/plain", "{\"message\":\"Invalid request body\"}", INVALID));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aRefusalInEsimGosOwnFormatIsSurelyNotBought(
            int status, String type, String body, SupplierAnswer.Refusal refusal) {
        answers(status, type, body);

        assertThat(suppliers.place("esim-go", SKU, 1))
                .isInstanceOfSatisfying(SupplierAnswer.Rejected.class, rejected -> assertThat(rejected.refusal())
                        .isEqualTo(refusal));
        assertThat(suppliers.arrivals()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "401, application/json, '{\"message\":\"unauthorised\"}'",
        "401, text/html, <html>",
        "403, application/json, '{\"message\":\"access denied\"}'",
        "403, text/plain, Forbidden",
        "403, '', ''",
        "400, text/html, <html>blocked</html>",
        "404, text/html; charset=utf-8, <html>not here</html>",
        "422, text/plain, ' <!DOCTYPE html><html>'",
        "405, text/html, <html>"
    })
    void whoIsTurnedAwayHasNotBoughtAndTriesNobodyElse(int status, String type, String body) {
        answers(status, type, body);

        assertThat(suppliers.place("esim-go", SKU, 1))
                .isInstanceOfSatisfying(SupplierAnswer.NotPlaced.class, notPlaced -> assertThat(notPlaced.cause())
                        .isEqualTo(ACCESS));
        assertThat(suppliers.arrivals()).hasSize(1);
    }

    @Test
    void tooManyRequestsWaitAsLongAsEsimGoAsks() {
        suppliers
                .server()
                .stubFor(any(anyUrl())
                        .willReturn(aResponse()
                                .withStatus(429)
                                .withHeader("Content-Type", "application/json")
                                .withHeader("Retry-After", "7")
                                .withBody("{\"message\":\"Rate limit exceeded\"}")));

        assertThat(suppliers.place("esim-go", SKU, 1))
                .isEqualTo(new SupplierAnswer.NotPlaced(BUSY, Optional.of(Duration.ofSeconds(7)), "HTTP 429"));
        assertThat(suppliers.arrivals()).hasSize(1);
    }

    @Test
    void tooManyRequestsMayNameATimeOnEsimGosClock() {
        suppliers
                .server()
                .stubFor(any(anyUrl())
                        .willReturn(aResponse()
                                .withStatus(429)
                                .withHeader("Date", "Fri, 20 Nov 2026 10:00:00 GMT")
                                .withHeader("Retry-After", "Fri, 20 Nov 2026 10:01:30 GMT")));

        assertThat(suppliers.place("esim-go", SKU, 1))
                .isEqualTo(new SupplierAnswer.NotPlaced(BUSY, Optional.of(Duration.ofSeconds(90)), "HTTP 429"));
    }

    @Test
    void whatEsimGoRepeatsOfOurSecretsIsMasked() {
        answers(
                400,
                "text/plain",
                "key " + SuppliersUnderTest.API_KEY + "\r\n\u0007 LPA:1$smdp.example.com$MADE-UP "
                        + "word ".repeat(90));

        assertThat(suppliers.place("esim-go", SKU, 1))
                .isInstanceOfSatisfying(SupplierAnswer.Rejected.class, rejected -> assertThat(rejected.text())
                        .startsWith("key [masked] [masked] word")
                        .hasSizeLessThanOrEqualTo(200));
    }

    @Test
    void noHeaderOfTheCallSurvivesIt() {
        answers(200, "application/json", EsimGoPapers.order(1, 1));

        assertThat(suppliers.headersAfter("place-esim-go", SuppliersUnderTest.order(SKU, 1)))
                .isEmpty();
    }

    private static void answers(int status, String type, String body) {
        var answer = aResponse().withStatus(status).withBody(body);
        suppliers
                .server()
                .stubFor(any(anyUrl()).willReturn(type.isEmpty() ? answer : answer.withHeader("Content-Type", type)));
    }
}
