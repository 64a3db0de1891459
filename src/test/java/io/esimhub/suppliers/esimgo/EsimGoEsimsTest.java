package io.esimhub.suppliers.esimgo;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.esimhub.suppliers.CancelAnswer;
import io.esimhub.suppliers.EsimReference;
import io.esimhub.suppliers.EsimStatus;
import io.esimhub.suppliers.EsimStatus.Stage;
import io.esimhub.suppliers.SupplierAnswer.Cause;
import io.esimhub.suppliers.SuppliersUnderTest;
import io.esimhub.suppliers.UnusableAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EsimGoEsimsTest {

    private static final String ICCID = "8944500000000000001";
    private static final EsimReference ESIM =
            new EsimReference("order-1", "esim_1GB_7D_GB_V2", ICCID, Optional.of(ICCID));

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
    void anEsimIsGivenBackByRevokingItsBundleForTheBalance() {
        answers(
                200,
                "application/json",
                "{\"status\":\"Successfully Revoked Bundle, bundle has been refunded to balance\"}");

        assertThat(cancel()).isEqualTo(new CancelAnswer.Cancelled());
        assertThat(suppliers.arrivals()).singleElement().satisfies(request -> {
            assertThat(request.getMethod().getName()).isEqualTo("DELETE");
            assertThat(request.getUrl())
                    .isEqualTo("/v2.4/esims/" + ICCID
                            + "/bundles/esim_1GB_7D_GB_V2?type=transaction&refundToBalance=true");
            assertThat(request.getHeader("X-API-Key")).isEqualTo(SuppliersUnderTest.API_KEY);
            assertThat(request.getHeader("X-Stray")).isNull();
        });
    }

    /** The API has no codes: only its sentence says where the price of a revoked bundle went. */
    @ParameterizedTest
    @CsvSource({
        "200, '{\"status\":\"Successfully Revoked Bundle, bundle has been refunded to inventory\"}'",
        "200, '{\"status\":\"Successfully Revoked Bundle, no refund applicable\"}'",
        "200, '{\"status\":\"Successfully Revoked Bundle, could not be refunded to balance\"}'",
        "200, '{\"status\":\"Successfully Revoked Bundle, not refunded to balance\"}'",
        "200, '{\"status\":\"Successfully Revoked Bundle\"}'",
        "200, '{}'",
        "204, ''"
    })
    void aBundleWhosePriceDidNotSurelyComeBackIsForAPerson(int status, String body) {
        answers(status, "application/json", body);

        assertThat(cancel()).isInstanceOf(CancelAnswer.Unknown.class);
    }

    @ParameterizedTest
    @CsvSource({
        "400, application/json, '{\"message\":\"Bundle has been started\"}', Bundle has been started",
        "400, text/plain, Bundle has been started, Bundle has been started",
        "403, application/json, '{\"message\":\"eSIM not accessible by the user\"}', eSIM not accessible by the user",
        "404, application/json, '{\"message\":\"no such assignment\"}', no such assignment",
        "409, application/json, '{\"message\":\"already revoked\"}', already revoked"
    })
    void whatIsRefusedInTheVendorsFormatWasNotTakenBack(int status, String type, String body, String text) {
        answers(status, type, body);

        assertThat(cancel()).isEqualTo(new CancelAnswer.Refused(text));
    }

    @ParameterizedTest
    @CsvSource({
        "401, application/json, '{\"message\":\"Unauthorized\"}'",
        "403, application/json, '{\"message\":\"access denied\"}'",
        "403, application/json, '{\"message\":\"the api token is invalid for this esim\"}'",
        "403, application/json, ''",
        "404, text/html, <html>"
    })
    void whoIsTurnedAwayHasGivenNothingBack(int status, String type, String body) {
        answers(status, type, body);

        assertThat(cancel()).isInstanceOfSatisfying(CancelAnswer.NotSent.class, notSent -> assertThat(notSent.cause())
                .isEqualTo(Cause.ACCESS));
    }

    @Test
    void aBusySupplierIsAskedLater() {
        suppliers
                .server()
                .stubFor(any(anyUrl()).willReturn(aResponse().withStatus(429).withHeader("Retry-After", "3")));

        assertThat(cancel())
                .isEqualTo(new CancelAnswer.NotSent(Cause.BUSY, Optional.of(Duration.ofSeconds(3)), "HTTP 429"));
    }

    @Test
    void statusNeedsProfileAndBundle() {
        profile(okJson("{\"iccid\":\"" + ICCID + "\",\"matchingId\":\"MADE-UP\",\"profileStatus\":\"Installed\","
                + "\"firstInstalledDateTime\":1723541877280}"));
        bundles(okJson(
                bundle("active", ",\"startTime\":\"2024-08-13T10:00:00.5Z\",\"endTime\":\"2024-08-20T10:00:00Z\"")));

        assertThat(status())
                .isEqualTo(new EsimStatus(
                        Stage.ACTIVE,
                        Optional.of(Instant.ofEpochMilli(1723541877280L)),
                        Optional.of(Instant.parse("2024-08-13T10:00:00.5Z")),
                        Optional.of(250_000_000L),
                        Optional.of(1_000_000_000L),
                        Optional.of(Instant.parse("2024-08-20T10:00:00Z"))));
        assertThat(suppliers.arrivals().get(1).getUrl()).contains("includeUsed=true");
    }

    @ParameterizedTest
    @CsvSource({
        "Released, null, queued, NEW",
        "Released, 0, processing, NEW",
        "Released, 1723541877280, queued, INSTALLED",
        "Released, '\"1723541877280\"', queued, INSTALLED",
        "Released, '\"2023-06-15T14:30:00.000Z\"', queued, INSTALLED",
        "Installed, null, Queued, INSTALLED",
        "Something new, null, queued, INSTALLED",
        "Released, null, active, ACTIVE",
        "Installed, 1723541877280, depleted, DEPLETED",
        "Installed, 1723541877280, expired, EXPIRED",
        "Released, null, lapsed, EXPIRED",
        "Released, null, revoked, CANCELLED"
    })
    void theStageIsTheFurthestOfBoth(String profile, String installed, String bundle, Stage stage) {
        profile(okJson("{\"profileStatus\":\"" + profile + "\",\"firstInstalledDateTime\":" + installed + "}"));
        bundles(okJson(bundle(bundle, "")));

        assertThat(status().stage()).isEqualTo(stage);
    }

    @Test
    void ofSeveralAssignmentsTheOneThatCanBeUsedCountsAndOthersBundlesDoNot() {
        profile(okJson("{\"profileStatus\":\"Installed\"}"));
        bundles(
                okJson(
                        """
                {"bundles":[
                 {"name":"another","assignments":[{"bundleState":"active"}]},
                 {"name":"esim_1GB_7D_GB_V2","assignments":[
                  {"bundleState":"expired","initialQuantity":5,"remainingQuantity":0},
                  {"bundleState":"depleted","initialQuantity":"7","remainingQuantity":"0","unlimited":false}]}]}"""));

        assertThat(status().stage()).isEqualTo(Stage.DEPLETED);
        assertThat(status().usedBytes()).contains(7L);
    }

    @Test
    void anEsimThatLeftTheAccountWasGivenBack() {
        profile(aResponse()
                .withStatus(403)
                .withHeader("Content-Type", "application/json")
                .withBody("{\"message\":\"eSIM not found or not assigned to your organisation\"}"));

        assertThat(status()).isEqualTo(EsimStatus.of(Stage.CANCELLED));
    }

    @ParameterizedTest
    @CsvSource({
        "403, application/json, '{\"message\":\"access denied\"}'",
        "403, application/json, '{\"message\":\"api key not found\"}'",
        "500, application/json, '{\"message\":\"error\"}'",
        "429, application/json, '{\"message\":\"Rate limit exceeded\"}'",
        "503, application/json, '{\"message\":\"Processing\"}'",
        "200, text/html, <html>",
        "200, application/json, '{\"matchingId\":\"MADE-UP'",
        "200, application/json, '[]'",
        "404, text/html, <html>eSIM not found</html>"
    })
    void whatDoesNotTellIsNoStatus(int status, String type, String body) {
        answers(status, type, body);

        assertUntold();
    }

    /** An eSIM that is taken for untouched would be given back while somebody uses it. */
    @ParameterizedTest
    @CsvSource({
        "'{\"profileStatus\":\"Released\"}', '{\"bundles\":[]}'",
        "'{\"profileStatus\":\"Released\"}', '{\"bundles\":[{\"name\":\"a\",\"assignments\":[{\"bundleState\":\"odd\"}]}]}'",
        "'{}', '{\"bundles\":[{\"name\":\"a\",\"assignments\":[{\"bundleState\":\"queued\"}]}]}'"
    })
    void aStateThatIsNotKnownIsNotTakenForUntouched(String profile, String bundles) {
        profile(okJson(profile));
        bundles(okJson(bundles));

        assertUntold();
    }

    private static void assertUntold() {
        assertThatThrownBy(EsimGoEsimsTest::status).hasRootCauseInstanceOf(UnusableAnswer.class);
    }

    private static CancelAnswer cancel() {
        return suppliers.ask("cancel-esim-go", ESIM, CancelAnswer.class);
    }

    private static EsimStatus status() {
        return suppliers.ask("status-esim-go", ESIM, EsimStatus.class);
    }

    private static String bundle(String state, String more) {
        return ("{\"bundles\":[{\"name\":\"esim_1GB_7D_GB_V2\",\"assignments\":[{\"initialQuantity\":1000000000,"
                        + "\"remainingQuantity\":750000000,\"bundleState\":\"%s\"%s}]}]}")
                .formatted(state, more);
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

    private static void profile(ResponseDefinitionBuilder answer) {
        suppliers.server().stubFor(get(urlPathEqualTo("/v2.4/esims/" + ICCID)).willReturn(answer));
    }

    private static void bundles(ResponseDefinitionBuilder answer) {
        suppliers
                .server()
                .stubFor(get(urlPathEqualTo("/v2.4/esims/" + ICCID + "/bundles"))
                        .withHeader("Accept", equalTo("application/json"))
                        .willReturn(answer));
    }
}
