package io.esimhub.suppliers.redteago;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.junit.jupiter.params.provider.ValueSource;

class RedteagoLivesTest {

    private static final String ID = "26112000000001";
    private static final EsimReference ESIM = new EsimReference("B1", "GB_1_7", ID, Optional.of("8900000000000000001"));

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

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null"})
    void anEsimIsGivenBackByItsNumber(String obj) {
        answers(200, "application/json", RedteagoPapers.ok(obj));

        assertThat(cancel()).isEqualTo(new CancelAnswer.Cancelled());
        assertThat(suppliers.arrivals()).singleElement().satisfies(request -> {
            assertThat(request.getUrl()).isEqualTo("/redteago/api/v1/open/esim/cancel");
            assertThat(request.getBodyAsString()).isEqualTo("{\"esimTranNo\":\"" + ID + "\"}");
        });
    }

    @ParameterizedTest
    @CsvSource({"200, 200002", "200, 200009", "200, 310403", "200, 310272", "200, 310241", "400, 200002", "400, 999999"
    })
    void whatWasReadAndRefusedWasNotTakenBack(int status, String code) {
        answers(status, "application/json", RedteagoPapers.refused(code, "no"));

        assertThat(cancel()).isEqualTo(new CancelAnswer.Refused(code + " no"));
    }

    @ParameterizedTest
    @CsvSource({"200, 101003", "200, 000101", "200, 101001", "403, 101002"})
    void whoIsTurnedAwayHasGivenNothingBack(int status, String code) {
        answers(status, "application/json", RedteagoPapers.refused(code, "no"));

        assertThat(cancel()).isInstanceOfSatisfying(CancelAnswer.NotSent.class, notSent -> assertThat(notSent.cause())
                .isEqualTo(Cause.ACCESS));
    }

    @ParameterizedTest
    @CsvSource({
        "200, application/json, '{\"success\":false,\"errorCode\":\"200010\"}'",
        "200, application/json, '{\"success\":false,\"errorCode\":\"900001\"}'",
        "200, application/json, '{\"success\":false,\"errorCode\":\"000001\"}'",
        "200, application/json, '{\"success\":false,\"errorCode\":\"999999\"}'",
        "200, application/json, '{\"success\":false}'",
        "200, application/json, '{\"errorCode\":\"0\"}'",
        "400, application/json, '{\"success\":true}'",
        "500, application/json, '{\"success\":false,\"errorCode\":\"200002\"}'",
    })
    void anEffectThatIsNotKnownIsUnknown(int status, String type, String body) {
        answers(status, type, body);

        assertThat(cancel()).isInstanceOf(CancelAnswer.Unknown.class);
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
    void theStatusTellsTimesAndData() {
        shown(
                ID,
                "IN_USE",
                "ENABLED",
                ",\"orderUsage\":\"250\",\"totalVolume\":1073741824,\"installationTime\":\"2026-11-20T10:00:00+0000\","
                        + "\"activateTime\":\"2026-11-20T11:00:00Z\",\"expiredTime\":\"2026-11-27T11:00:00+0000\"");

        assertThat(status())
                .isEqualTo(new EsimStatus(
                        Stage.ACTIVE,
                        Optional.of(Instant.parse("2026-11-20T10:00:00Z")),
                        Optional.of(Instant.parse("2026-11-20T11:00:00Z")),
                        Optional.of(250L),
                        Optional.of(1L << 30),
                        Optional.of(Instant.parse("2026-11-27T11:00:00Z"))));
        assertThat(suppliers.arrivals()).singleElement().satisfies(request -> assertThat(request.getBodyAsString())
                .isEqualTo("{\"esimTranNo\":\"" + ID + "\",\"pager\":{\"pageNum\":1,\"pageSize\":500}}"));
    }

    @ParameterizedTest
    @CsvSource({
        "GETTING_RESOURCE, '', 0, NEW",
        "GOT_RESOURCE, RELEASED, 0, NEW",
        "GOT_RESOURCE, DOWNLOAD, 0, INSTALLED",
        "GOT_RESOURCE, INSTALLATION, 0, INSTALLED",
        "GOT_RESOURCE, ENABLED, 0, INSTALLED",
        "GOT_RESOURCE, DELETED, 0, INSTALLED",
        "GOT_RESOURCE, RELEASED, 7, ACTIVE",
        "IN_USE, ENABLED, 0, ACTIVE",
        "IN_USE, DISABLED, 0, ACTIVE",
        "SUSPENDED, RELEASED, 0, NEW",
        "SUSPENDED, ENABLED, 7, ACTIVE",
        "USED_UP, ENABLED, 7, DEPLETED",
        "UNUSED_EXPIRED, RELEASED, 0, EXPIRED",
        "USED_EXPIRED, DELETED, 7, EXPIRED",
        "CANCEL, RELEASED, 0, CANCELLED",
        "REVOKE, ENABLED, 0, CANCELLED",
        "REVOKED, ENABLED, 0, CANCELLED"
    })
    void theStageFollowsFromBothStates(String esim, String smdp, int used, Stage stage) {
        shown(ID, esim, smdp, ",\"orderUsage\":" + used);

        assertThat(status().stage()).isEqualTo(stage);
    }

    /** An eSIM that is taken for untouched would be given back while somebody uses it. */
    @ParameterizedTest
    @CsvSource({"SOMETHING_NEW, RELEASED", "GOT_RESOURCE, SOMETHING_NEW", "GOT_RESOURCE, ''", "'', RELEASED"})
    void aStateThatIsNotKnownIsNotTakenForUntouched(String esim, String smdp) {
        shown(ID, esim, smdp, "");

        assertUntold();
    }

    @Test
    void anotherEsimIsNoAnswer() {
        shown("26112000000002", "GOT_RESOURCE", "RELEASED", "");

        assertUntold();
    }

    @ParameterizedTest
    @CsvSource({
        "500, application/json, '{}'",
        "429, application/json, '{}'",
        "200, text/html, <html>",
        "200, application/json, '{\"success\":false,\"errorCode\":\"310403\"}'",
        "200, application/json, '{\"success\":true,\"obj\":{\"esimList\":[]}}'"
    })
    void whatDoesNotTellIsNoStatus(int status, String type, String body) {
        answers(status, type, body);

        assertUntold();
    }

    private static void assertUntold() {
        assertThatThrownBy(RedteagoLivesTest::status).hasRootCauseInstanceOf(UnusableAnswer.class);
    }

    private static CancelAnswer cancel() {
        return suppliers.ask("cancel-redteago", ESIM, CancelAnswer.class);
    }

    private static EsimStatus status() {
        return suppliers.ask("status-redteago", ESIM, EsimStatus.class);
    }

    private static void shown(String id, String esimStatus, String smdpStatus, String more) {
        answers(
                200,
                "application/json",
                RedteagoPapers.page(
                        1,
                        "{\"esimTranNo\":\"" + id + "\",\"esimStatus\":\"" + esimStatus + "\",\"smdpStatus\":\""
                                + smdpStatus + "\"" + more + "}"));
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
