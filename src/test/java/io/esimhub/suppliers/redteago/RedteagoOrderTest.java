package io.esimhub.suppliers.redteago;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static io.esimhub.suppliers.SupplierAnswer.Cause.ACCESS;
import static io.esimhub.suppliers.SupplierAnswer.Cause.BUSY;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.esimhub.model.Money;
import io.esimhub.suppliers.SupplierAnswer;
import io.esimhub.suppliers.SupplierAnswer.Refusal;
import io.esimhub.suppliers.SupplierOrderRequest;
import io.esimhub.suppliers.SuppliersUnderTest;
import java.time.Duration;
import java.time.Instant;
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
import org.junit.jupiter.params.provider.ValueSource;

class RedteagoOrderTest {

    private static final String KEY = SuppliersUnderTest.order("GB_1_7", 1).key();
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

    static Stream<String> successes() {
        return Stream.of(
                RedteagoPapers.accepted(KEY),
                "{\"errorCode\":null,\"errorMsg\":null,\"success\":true,\"obj\":{\"orderNo\":\"B26112000000001\"}}",
                "{\"success\":\"true\",\"errorCode\":\"0\",\"obj\":{\"orderNo\":\"B26112000000001\"}}");
    }

    @ParameterizedTest
    @MethodSource("successes")
    void anOrderNumberMeansAccepted(String body) {
        answers(200, "application/json;charset=UTF-8", body);

        assertThat(suppliers.place("redteago", "GB_1_7", 2)).isEqualTo(new SupplierAnswer.Accepted("B26112000000001"));
        assertThat(suppliers.arrivals()).hasSize(1);
    }

    @Test
    void theOrderCarriesOurKeyAndGuardsThePrice() {
        answers(200, "application/json", RedteagoPapers.accepted(KEY));

        suppliers.place("redteago", "GB_1_7", 2);

        assertThat(suppliers.arrivals()).singleElement().satisfies(request -> {
            assertThat(request.getMethod().getName()).isEqualTo("POST");
            assertThat(request.getUrl()).isEqualTo("/redteago/api/v1/open/esim/order");
            assertThat(request.containsHeader("X-Stray")).isFalse();
            assertThat(request.getBodyAsString())
                    .isEqualTo("{\"transactionId\":\"" + KEY + "\",\"amount\":36000,"
                            + "\"packageInfoList\":[{\"slug\":\"GB_1_7\",\"count\":2,\"price\":18000}]}");
        });
    }

    @Test
    void aPackageCodeIsSentAsOneAndAnotherCurrencyGuardsNothing() {
        answers(200, "application/json", RedteagoPapers.accepted(KEY));

        suppliers.ask(
                "place-redteago",
                new SupplierOrderRequest(KEY, "CKH139", 1, Money.of("1.80", "EUR")),
                SupplierAnswer.class);

        assertThat(suppliers.arrivals().get(0).getBodyAsString())
                .isEqualTo("{\"transactionId\":\"" + KEY
                        + "\",\"packageInfoList\":[{\"packageCode\":\"CKH139\",\"count\":1}]}");
    }

    @Test
    void theSignatureIsOverTheBytesThatWereSent() {
        answers(200, "application/json", RedteagoPapers.accepted(KEY));

        suppliers.place("redteago", "GB_1_7", 1);

        LoggedRequest request = suppliers.arrivals().get(0);
        String timestamp = request.getHeader("RT-Timestamp");
        assertThat(request.getHeader("RT-AccessCode")).isEqualTo(SuppliersUnderTest.ACCESS_CODE);
        assertThat(Instant.ofEpochMilli(Long.parseLong(timestamp)))
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
        assertThat(request.getHeader("RT-Signature"))
                .isEqualTo(new RedteagoSignature(SuppliersUnderTest.ACCESS_CODE, SuppliersUnderTest.SECRET_KEY)
                        .of(timestamp, request.getHeader("RT-RequestID"), request.getBody()));
    }

    @Test
    void withoutASecretKeyTheAccessCodeGoesAlone() {
        try (SuppliersUnderTest unsigned = new SuppliersUnderTest("hub.suppliers.redteago.secret-key=")) {
            unsigned.server()
                    .stubFor(any(anyUrl())
                            .willReturn(aResponse()
                                    .withHeader("Content-Type", "application/json")
                                    .withBody(RedteagoPapers.accepted(KEY))));

            assertThat(unsigned.place("redteago", "GB_1_7", 1)).isInstanceOf(SupplierAnswer.Accepted.class);
            assertThat(unsigned.arrivals()).singleElement().satisfies(request -> {
                assertThat(request.getHeader("RT-AccessCode")).isEqualTo(SuppliersUnderTest.ACCESS_CODE);
                assertThat(request.containsHeader("RT-Signature")).isFalse();
            });
        }
    }

    @ParameterizedTest
    @CsvSource({
        "200011, OUT_OF_STOCK",
        "310201, UNKNOWN_BUNDLE",
        "310241, UNKNOWN_BUNDLE",
        "310243, UNKNOWN_BUNDLE",
        "310251, UNKNOWN_BUNDLE",
        "200007, FUNDS",
        "200005, PRICE",
        "200006, PRICE",
        "200008, INVALID"
    })
    void aRefusalIsReadFromItsCodeWhateverTheStatus(String code, Refusal refusal) {
        for (int status : new int[] {200, 400, 422}) {
            suppliers.forget();
            answers(status, "application/json", RedteagoPapers.refused(code, "base data plan code:[X] doesn`t exist."));

            assertThat(suppliers.place("redteago", "GB_1_7", 1))
                    .isEqualTo(new SupplierAnswer.Rejected(refusal, code + " base data plan code:[X] doesn`t exist."));
            assertThat(suppliers.arrivals()).hasSize(1);
        }
    }

    @Test
    void anUnknownCodeRefusesOnlyTogetherWithItsStatus() {
        answers(400, "application/json", "{\"success\":false,\"errorCode\":\"299999\",\"errorMessage\":\"no\"}");

        assertThat(suppliers.place("redteago", "GB_1_7", 1))
                .isEqualTo(new SupplierAnswer.Rejected(Refusal.INVALID, "299999 no"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "000001", "900001", "101013", "200002", "200009", "200010", "310402", "310403", "310272", "299999", ""
            })
    void aFailureInsideABusySystemOrAUsedKeyIsNoProofThatNothingWasBought(String code) {
        answers(200, "application/json", RedteagoPapers.refused(code, "system busy"));

        assertThat(suppliers.place("redteago", "GB_1_7", 1)).isInstanceOf(SupplierAnswer.Unknown.class);
        assertThat(suppliers.arrivals()).hasSize(1);
    }

    static Stream<Arguments> successesThatProveNothing() {
        return Stream.of(
                Arguments.of("no order number", RedteagoPapers.ok("{\"transactionId\":\"" + KEY + "\"}")),
                Arguments.of("no content", RedteagoPapers.ok("{}")),
                Arguments.of("another order", RedteagoPapers.accepted("someone-else")),
                Arguments.of("success with an error", "{\"success\":true,\"errorCode\":\"000001\",\"obj\":{}}"),
                Arguments.of("no envelope", "{\"orderNo\":\"B26112000000001\"}"),
                Arguments.of("a list", "[]"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("successesThatProveNothing")
    void anAnswerThatDoesNotFitTheOrderLeavesItUnknown(String what, String body) {
        answers(200, "application/json", body);

        assertThat(suppliers.place("redteago", "GB_1_7", 1)).isInstanceOf(SupplierAnswer.Unknown.class);
        assertThat(suppliers.arrivals()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "200, application/json, 000101",
        "200, application/json, 000105",
        "200, application/json, 101001",
        "200, application/json, 101002",
        "200, application/json, 101003",
        "200, application/json, 401001",
        "403, application/json, 299999",
        "401, application/json, 200011",
        "403, text/html, 200011",
        "404, text/html, 200011",
        "403, text/plain, 200011"
    })
    void whoIsTurnedAwayHasNotBoughtAndTriesNobodyElse(int status, String type, String code) {
        answers(status, type, RedteagoPapers.refused(code, "signature error"));

        assertThat(suppliers.place("redteago", "GB_1_7", 1))
                .isInstanceOfSatisfying(SupplierAnswer.NotPlaced.class, notPlaced -> assertThat(notPlaced.cause())
                        .isEqualTo(ACCESS));
        assertThat(suppliers.arrivals()).hasSize(1);
    }

    @Test
    void tooManyRequestsAreForLater() {
        suppliers
                .server()
                .stubFor(any(anyUrl()).willReturn(aResponse().withStatus(429).withHeader("Retry-After", "2")));

        assertThat(suppliers.place("redteago", "GB_1_7", 1))
                .isEqualTo(new SupplierAnswer.NotPlaced(BUSY, Optional.of(Duration.ofSeconds(2)), "HTTP 429"));
        assertThat(suppliers.arrivals()).hasSize(1);
    }

    @Test
    void noHeaderOfTheCallSurvivesIt() {
        answers(200, "application/json", RedteagoPapers.accepted(KEY));

        assertThat(suppliers.headersAfter("place-redteago", SuppliersUnderTest.order("GB_1_7", 1)))
                .isEmpty();
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
