package io.esimhub.suppliers.airalo;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static io.esimhub.suppliers.SupplierAnswer.Cause.ACCESS;
import static io.esimhub.suppliers.SupplierAnswer.Cause.BUSY;
import static io.esimhub.suppliers.SupplierAnswer.Cause.UNREACHABLE;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.esimhub.suppliers.SupplierAnswer;
import io.esimhub.suppliers.SuppliersUnderTest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AiraloTokenTest {

    private static final String SKU = "roam-gb-7days-1gb";
    private static final String KEY = SuppliersUnderTest.order(SKU, 1).key();

    /** A new one for each test, as a token outlives them. */
    private SuppliersUnderTest suppliers;

    @BeforeEach
    void start() {
        suppliers = new SuppliersUnderTest("hub.suppliers.airalo.read-timeout=5s");
        orders(okJson(AiraloPapers.placed(KEY, 1, 1)));
    }

    @AfterEach
    void stop() {
        suppliers.close();
    }

    @Test
    void oneTokenServesAllCallsAndIsAskedForInAForm() {
        suppliers.place("airalo", SKU, 1);
        suppliers.place("airalo", SKU, 1);

        assertThat(suppliers.tokenRequests()).singleElement().satisfies(request -> {
            assertThat(request.getHeader("Content-Type")).startsWith("multipart/form-data; boundary=");
            assertThat(request.containsHeader("Authorization")).isFalse();
            assertThat(AiraloOrderTest.parts(request))
                    .containsEntry("client_secret", SuppliersUnderTest.CLIENT_SECRET)
                    .containsEntry("grant_type", "client_credentials");
        });
        assertThat(suppliers.arrivals()).hasSize(2);
    }

    @Test
    void whoeverComesWhileATokenIsFetchedWaitsForThatOne() throws Exception {
        tokens(okJson(token(86_400)).withFixedDelay(300));
        ExecutorService buyers = Executors.newFixedThreadPool(4);
        Callable<SupplierAnswer> buyer = () -> suppliers.place("airalo", SKU, 1);

        List<Future<SupplierAnswer>> answers = buyers.invokeAll(List.of(buyer, buyer, buyer, buyer));

        for (Future<SupplierAnswer> answer : answers) {
            assertThat(answer.get()).isInstanceOf(SupplierAnswer.Completed.class);
        }
        assertThat(suppliers.tokenRequests()).hasSize(1);
        buyers.shutdown();
    }

    @Test
    void aTokenIsReplacedBeforeItExpires() {
        tokens(okJson(token(3600)));
        suppliers.place("airalo", SKU, 1);

        suppliers.later(Duration.ofMinutes(50));
        suppliers.place("airalo", SKU, 1);
        assertThat(suppliers.tokenRequests()).hasSize(1);

        suppliers.later(Duration.ofMinutes(5));
        suppliers.place("airalo", SKU, 1);
        assertThat(suppliers.tokenRequests()).hasSize(2);
    }

    @Test
    void aTokenForAYearIsReplacedEveryDay() {
        suppliers.place("airalo", SKU, 1);
        suppliers.later(Duration.ofDays(1));

        suppliers.place("airalo", SKU, 1);

        assertThat(suppliers.tokenRequests()).hasSize(2);
    }

    @Test
    void anOldTokenThatIsRefusedIsReplacedByTheNextRunAndTheOrderWasNotPlaced() {
        suppliers.place("airalo", SKU, 1);
        suppliers.later(Duration.ofMinutes(1));
        orders(refusal());

        assertThat(suppliers.place("airalo", SKU, 1))
                .isEqualTo(new SupplierAnswer.NotPlaced(
                        BUSY, Optional.of(Duration.ofSeconds(1)), "HTTP 401, the token has run out"));
        orders(okJson(AiraloPapers.placed(KEY, 1, 1)));

        assertThat(suppliers.place("airalo", SKU, 1)).isInstanceOf(SupplierAnswer.Completed.class);
        assertThat(suppliers.tokenRequests()).hasSize(2);
        assertThat(suppliers.arrivals()).hasSize(3);
    }

    @Test
    void aFreshTokenThatIsRefusedIsAPersonsMatterAndNoReasonToAskForMore() {
        orders(refusal());

        for (int i = 0; i < 3; i++) {
            assertThat(suppliers.place("airalo", SKU, 1))
                    .isEqualTo(new SupplierAnswer.NotPlaced(
                            ACCESS, Optional.empty(), "HTTP 401: This action is unauthorized."));
        }
        assertThat(suppliers.tokenRequests()).hasSize(1);
    }

    static Stream<Arguments> noToken() {
        return Stream.of(
                Arguments.of(ACCESS, json(422, "{\"data\":{\"client_id\":\"The selected client id is invalid.\"}}")),
                Arguments.of(
                        ACCESS, json(401, "{\"data\":[],\"meta\":{\"message\":\"Client authentication failed\"}}")),
                Arguments.of(ACCESS, json(403, "{\"message\":\"address not allowed\"}")),
                Arguments.of(ACCESS, aResponse().withStatus(403).withBody("<html>")),
                Arguments.of(BUSY, json(429, "{\"message\":\"Too Many Attempts.\"}")),
                Arguments.of(UNREACHABLE, json(500, "{}")),
                Arguments.of(UNREACHABLE, json(200, "{\"data\":{}}")),
                Arguments.of(UNREACHABLE, json(200, "")),
                Arguments.of(UNREACHABLE, json(200, token(86_400)).withFixedDelay(60_000)),
                Arguments.of(UNREACHABLE, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
    }

    @ParameterizedTest
    @MethodSource("noToken")
    void withoutATokenNoOrderIsSent(SupplierAnswer.Cause cause, ResponseDefinitionBuilder answer) {
        tokens(answer);

        SupplierAnswer placed = suppliers.place("airalo", SKU, 1);

        assertThat(placed)
                .isInstanceOfSatisfying(SupplierAnswer.NotPlaced.class, notPlaced -> assertThat(notPlaced.cause())
                        .isEqualTo(cause));
        assertThat(suppliers.arrivals()).isEmpty();
        assertThat(placed.toString()).doesNotContain(SuppliersUnderTest.CLIENT_SECRET);
    }

    @Test
    void aRefusedRequestForATokenIsNotRepeatedWithEveryOrder() {
        tokens(json(429, "{\"message\":\"Too Many Attempts.\"}"));
        suppliers.place("airalo", SKU, 1);
        suppliers.place("airalo", SKU, 1);
        assertThat(suppliers.tokenRequests()).hasSize(1);

        tokens(okJson(token(3600)));
        suppliers.later(Duration.ofSeconds(16));

        assertThat(suppliers.place("airalo", SKU, 1)).isInstanceOf(SupplierAnswer.Completed.class);
    }

    private void orders(ResponseDefinitionBuilder answer) {
        suppliers.server().stubFor(any(anyUrl()).willReturn(answer));
    }

    private void tokens(ResponseDefinitionBuilder answer) {
        suppliers.server().stubFor(post("/airalo/token").atPriority(1).willReturn(answer));
    }

    private static ResponseDefinitionBuilder refusal() {
        return json(401, "{\"data\":[],\"meta\":{\"message\":\"This action is unauthorized.\"}}");
    }

    private static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }

    private static String token(int seconds) {
        return "{\"data\":{\"access_token\":\"another-t0ken\",\"expires_in\":" + seconds + "}}";
    }
}
