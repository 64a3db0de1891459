package io.esimhub.suppliers.airalo;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static io.esimhub.suppliers.SupplierAnswer.Cause.ACCESS;
import static io.esimhub.suppliers.SupplierAnswer.Cause.BUSY;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.esimhub.model.SimSecrets;
import io.esimhub.suppliers.SupplierAnswer;
import io.esimhub.suppliers.SupplierAnswer.Refusal;
import io.esimhub.suppliers.SuppliersUnderTest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AiraloOrderTest {

    private static final String SKU = "roam-gb-7days-1gb";
    private static final String KEY = SuppliersUnderTest.order(SKU, 1).key();
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
    void anOrderHandsOverItsEsims() {
        answers(200, "application/json", AiraloPapers.placed(KEY, 2, 2));

        assertThat(suppliers.place("airalo", SKU, 2))
                .isInstanceOfSatisfying(SupplierAnswer.Completed.class, completed -> {
                    assertThat(completed.supplierOrder()).isEqualTo(AiraloPapers.ID);
                    assertThat(completed.esims()).hasSize(2);
                    assertThat(completed.esims().get(0).supplierEsimId()).isEqualTo("709001");
                    assertThat(completed.esims().get(0).iccid()).contains("8900000000000000001");
                    assertThat(completed.esims().get(0).apn()).contains("globaldata");
                    assertThat(completed.esims().get(0).secrets()).isEqualTo(SimSecrets.confirmation("5751"));
                    assertThat(completed
                                    .esims()
                                    .get(0)
                                    .activationCode()
                                    .orElseThrow()
                                    .lpa())
                            .isEqualTo("LPA:1$lpa.example.com$MADEUP1");
                });
        assertThat(suppliers.arrivals()).hasSize(1);
    }

    @Test
    void theOrderIsAFormWithOurKeyAsItsDescriptionAndNobodysAddress() {
        answers(200, "application/json", AiraloPapers.placed(KEY, 2, 2));

        suppliers.place("airalo", SKU, 2);

        assertThat(suppliers.arrivals()).singleElement().satisfies(request -> {
            assertThat(request.getMethod().getName()).isEqualTo("POST");
            assertThat(request.getUrl()).isEqualTo("/airalo/orders");
            assertThat(request.containsHeader("X-Stray")).isFalse();
            assertThat(request.getHeader("Authorization")).isEqualTo("Bearer " + SuppliersUnderTest.TOKEN);
            assertThat(request.getHeader("Content-Type")).startsWith("multipart/form-data; boundary=");
            assertThat(parts(request))
                    .isEqualTo(Map.of("quantity", "2", "package_id", SKU, "type", "sim", "description", KEY));
        });
    }

    @Test
    void anAsynchronousOrderIsAcceptedUnderItsRequestAndToldAtOurDoor() {
        try (SuppliersUnderTest later = new SuppliersUnderTest("hub.suppliers.airalo.asynchronous=true")) {
            later.server()
                    .stubFor(any(anyUrl())
                            .willReturn(aResponse()
                                    .withStatus(202)
                                    .withHeader("Content-Type", "application/json")
                                    .withBody(AiraloPapers.ok("{\"request_id\":\"3NhR3gKmqCWK7IWppurpDX3Cg\","
                                            + "\"accepted_at\":\"2026-11-20 10:30:00\"}"))));

            assertThat(later.place("airalo", SKU, 2))
                    .isEqualTo(new SupplierAnswer.Accepted("3NhR3gKmqCWK7IWppurpDX3Cg"));
            assertThat(later.arrivals()).singleElement().satisfies(request -> {
                assertThat(request.getUrl()).isEqualTo("/airalo/orders-async");
                assertThat(parts(request))
                        .containsEntry("description", KEY)
                        .containsEntry("webhook_url", "https://hub.example.com/webhooks/suppliers/airalo");
            });
        }
    }

    @ParameterizedTest
    @CsvSource({
        "11, FUNDS",
        "13, OUT_OF_STOCK",
        "33, OUT_OF_STOCK",
        "34, UNKNOWN_BUNDLE",
        "14, INVALID",
        "23, INVALID",
        "43, INVALID",
        "73, INVALID",
        "99, INVALID"
    })
    void aRefusalIsReadFromItsCode(String code, Refusal refusal) {
        answers(422, "application/json", "{\"code\":" + code + ",\"reason\":\"Not today\"}");

        assertThat(suppliers.place("airalo", SKU, 1))
                .isEqualTo(new SupplierAnswer.Rejected(refusal, code + " Not today"));
        assertThat(suppliers.arrivals()).hasSize(1);
    }

    static Stream<Arguments> refusalsInWords() {
        return Stream.of(
                Arguments.of(
                        "{\"quantity\":\"SIM quantity is not available. Available quantity: 9.\"}", "OUT_OF_STOCK"),
                Arguments.of(
                        "{\"quantity\":[\"SIM quantity is not available. Available quantity: 9.\"]}", "OUT_OF_STOCK"),
                Arguments.of("{\"package_id\":\"The selected package is invalid.\"}", "UNKNOWN_BUNDLE"),
                Arguments.of(
                        "{\"package_id\":\"The selected package is invalid.\",\"quantity\":\"The quantity may not be greater than 50.\"}",
                        "UNKNOWN_BUNDLE"),
                Arguments.of("{\"quantity\":\"The quantity may not be greater than 50.\"}", "INVALID"),
                Arguments.of("{\"brand_settings_name\":\"Brand settings name doesn't exist.\"}", "INVALID"));
    }

    @ParameterizedTest
    @MethodSource("refusalsInWords")
    void aRefusalWithoutACodeIsReadFromTheFieldThatIsWrong(String data, Refusal refusal) {
        answers(422, "application/json", "{\"data\":" + data + ",\"meta\":{\"message\":\"the parameter is invalid\"}}");

        assertThat(suppliers.place("airalo", SKU, 1))
                .isInstanceOfSatisfying(SupplierAnswer.Rejected.class, rejected -> {
                    assertThat(rejected.refusal()).isEqualTo(refusal);
                    assertThat(rejected.text()).startsWith("the parameter is invalid ");
                });
    }

    @Test
    void aReasonAloneIsARefusalToo() {
        answers(422, "application/json", "{\"reason\":\"User is not opted in and no webhook URL provided.\"}");

        assertThat(suppliers.place("airalo", SKU, 1))
                .isEqualTo(new SupplierAnswer.Rejected(
                        Refusal.INVALID, "User is not opted in and no webhook URL provided."));
    }

    static Stream<Arguments> answersThatProveNothing() {
        return Stream.of(
                Arguments.of(422, "{\"code\":53,\"reason\":\"Something unexpected happened\"}"),
                Arguments.of(422, "{}"),
                Arguments.of(422, "[]"),
                Arguments.of(200, "{\"code\":33,\"reason\":\"Not today\"}"),
                Arguments.of(200, AiraloPapers.ok("{}")),
                Arguments.of(200, AiraloPapers.placed(KEY, 2, 1)),
                Arguments.of(200, AiraloPapers.placed(KEY, 2, 0)),
                Arguments.of(200, AiraloPapers.placed(KEY, 2, 3)),
                Arguments.of(200, AiraloPapers.placed("someone-else", 2, 2)),
                Arguments.of(200, AiraloPapers.placed(KEY + " ", 2, 2)));
    }

    @ParameterizedTest
    @MethodSource("answersThatProveNothing")
    void anAnswerThatDoesNotFitTheOrderLeavesItUnknown(int status, String body) {
        answers(status, "application/json", body);

        assertThat(suppliers.place("airalo", SKU, 2)).isInstanceOf(SupplierAnswer.Unknown.class);
        assertThat(suppliers.arrivals()).hasSize(1);
    }

    @Test
    void anotherPriceThanWeReckonedWithIsBoughtAllTheSame() {
        answers(200, "application/json", AiraloPapers.ok(AiraloPapers.order("1", KEY, 1, 1, ",\"net_price\":3.99")));

        assertThat(suppliers.place("airalo", SKU, 1)).isInstanceOf(SupplierAnswer.Completed.class);
    }

    @ParameterizedTest
    @CsvSource({"403, application/json", "403, text/html", "404, text/html", "422, text/html"})
    void whoIsTurnedAwayHasNotBoughtAndTriesNobodyElse(int status, String type) {
        answers(status, type, type.endsWith("html") ? "<html>" : "{\"data\":[],\"meta\":{\"message\":\"no\"}}");

        assertThat(suppliers.place("airalo", SKU, 1))
                .isInstanceOfSatisfying(SupplierAnswer.NotPlaced.class, notPlaced -> assertThat(notPlaced.cause())
                        .isEqualTo(ACCESS));
        assertThat(suppliers.arrivals()).hasSize(1);
    }

    @Test
    void tooManyRequestsAreForLater() {
        suppliers
                .server()
                .stubFor(any(anyUrl()).willReturn(aResponse().withStatus(429).withHeader("Retry-After", "2")));

        assertThat(suppliers.place("airalo", SKU, 1))
                .isEqualTo(new SupplierAnswer.NotPlaced(BUSY, Optional.of(Duration.ofSeconds(2)), "HTTP 429"));
        assertThat(suppliers.arrivals()).hasSize(1);
    }

    @Test
    void noHeaderOfTheCallSurvivesItLeastOfAllTheToken() {
        answers(200, "application/json", AiraloPapers.placed(KEY, 1, 1));

        assertThat(suppliers.headersAfter("place-airalo", SuppliersUnderTest.order(SKU, 1)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 401, 422, 500})
    void ourSecretIsNeverRepeatedToAnybody(int status) {
        answers(status, "application/json", "{\"reason\":\"" + SuppliersUnderTest.CLIENT_SECRET + "\"}");

        assertThat(suppliers.place("airalo", SKU, 1).toString()).doesNotContain(SuppliersUnderTest.CLIENT_SECRET);
    }

    static Map<String, String> parts(LoggedRequest request) {
        return request.getParts().stream().collect(Collectors.toMap(Request.Part::getName, part -> part.getBody()
                .asString()));
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
