package io.esimhub.suppliers;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderOnABadLineTest {

    /** Short, so that a test of silence does not last. */
    private static final String[] IMPATIENT = {
        "hub.suppliers.esim-go.connect-timeout=400ms",
        "hub.suppliers.esim-go.read-timeout=800ms",
        "hub.suppliers.redteago.connect-timeout=400ms",
        "hub.suppliers.redteago.read-timeout=800ms",
        "hub.suppliers.airalo.connect-timeout=400ms",
        "hub.suppliers.airalo.read-timeout=800ms",
    };

    private static final Duration DEADLINE = Duration.ofMillis(1200);

    private static SuppliersUnderTest suppliers;

    @BeforeAll
    static void start() {
        suppliers = new SuppliersUnderTest(IMPATIENT);
    }

    @AfterAll
    static void stop() {
        suppliers.close();
    }

    @BeforeEach
    void forget() {
        suppliers.forget();
    }

    static Stream<Arguments> everyTroubleAtEverySupplier() {
        return Stream.of("esim-go", "redteago", "airalo")
                .flatMap(supplier -> Stream.of(HttpTrouble.values()).map(trouble -> Arguments.of(supplier, trouble)));
    }

    @ParameterizedTest
    @MethodSource("everyTroubleAtEverySupplier")
    void nobodyKnowsWhetherItWasBoughtAndItIsSentOnce(String supplier, HttpTrouble trouble) {
        suppliers.server().stubFor(any(anyUrl()).willReturn(trouble.answer));

        SupplierAnswer answer = suppliers.place(supplier, "GB_1_7", 1);

        assertThat(answer).isInstanceOf(SupplierAnswer.Unknown.class);
        assertThat(suppliers.arrivals()).hasSize(1);
        assertThat(answer.toString())
                .doesNotContain(
                        SuppliersUnderTest.API_KEY,
                        SuppliersUnderTest.ACCESS_CODE,
                        SuppliersUnderTest.SECRET_KEY,
                        SuppliersUnderTest.CLIENT_SECRET,
                        SuppliersUnderTest.TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"esim-go", "redteago", "airalo"})
    void aByteNowAndThenDoesNotHoldTheCallBeyondItsDeadline(String supplier) {
        suppliers.server().stubFor(any(anyUrl()).willReturn(HttpTrouble.A_BYTE_NOW_AND_THEN.answer));

        long start = System.nanoTime();
        SupplierAnswer answer = suppliers.place(supplier, "GB_1_7", 1);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(DEADLINE.plusSeconds(1));
        assertThat(answer).isInstanceOf(SupplierAnswer.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"esim-go", "redteago", "airalo"})
    void aClosedPortMeansNotPlaced(String supplier) throws IOException {
        int port = closedPort();
        try (SuppliersUnderTest elsewhere = at(supplier, "http://localhost:" + port)) {
            assertNeverReached(elsewhere.place(supplier, "GB_1_7", 1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"esim-go", "redteago", "airalo"})
    void aHostThatDoesNotExistMeansNotPlaced(String supplier) {
        try (SuppliersUnderTest elsewhere = at(supplier, "http://supplier.invalid")) {
            assertNeverReached(elsewhere.place(supplier, "GB_1_7", 1));
        }
    }

    /** The server speaks no TLS: it answers the first handshake message with HTTP. */
    @ParameterizedTest
    @ValueSource(strings = {"esim-go", "redteago", "airalo"})
    void aFailedHandshakeMeansNotPlaced(String supplier) {
        String tls = "https://localhost:" + suppliers.server().port();
        try (SuppliersUnderTest elsewhere = at(supplier, tls)) {
            assertNeverReached(elsewhere.place(supplier, "GB_1_7", 1));
        }
    }

    /** None of them finds a dead connection by writing an order onto it. */
    @ParameterizedTest
    @ValueSource(strings = {"esim-go", "redteago", "airalo"})
    void aConnectionThatTheServerClosedWhileIdleIsNotWrittenTo(String supplier) throws IOException {
        try (OneAnswerPerConnection server = new OneAnswerPerConnection();
                SuppliersUnderTest elsewhere = at(supplier, "http://localhost:" + server.port())) {
            elsewhere.place(supplier, "GB_1_7", 1);
            await().pollDelay(Duration.ofMillis(1200)).until(() -> true);

            assertThat(elsewhere.place(supplier, "GB_1_7", 1)).isInstanceOf(SupplierAnswer.Rejected.class);
            assertThat(server.requests()).isEqualTo(2);
        }
    }

    private static SuppliersUnderTest at(String supplier, String address) {
        return new SuppliersUnderTest("hub.suppliers." + supplier + ".base-url=" + address);
    }

    private static void assertNeverReached(SupplierAnswer answer) {
        assertThat(answer)
                .isInstanceOfSatisfying(SupplierAnswer.NotPlaced.class, notPlaced -> assertThat(notPlaced.cause())
                        .isEqualTo(SupplierAnswer.Cause.UNREACHABLE));
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
