package io.esimhub.suppliers;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Giving an eSIM back is a matter of money like an order: what comes after the first byte leaves nobody the wiser. */
class CancelOnABadLineTest {

    private static final EsimReference ESIM =
            new EsimReference("order", "GB_1_7", "8944500000000000001", Optional.empty());

    private static SuppliersUnderTest suppliers;

    @BeforeAll
    static void start() {
        suppliers = new SuppliersUnderTest(
                "hub.suppliers.esim-go.connect-timeout=400ms",
                "hub.suppliers.esim-go.read-timeout=800ms",
                "hub.suppliers.redteago.connect-timeout=400ms",
                "hub.suppliers.redteago.read-timeout=800ms");
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
        return Stream.of("esim-go", "redteago")
                .flatMap(supplier -> Stream.of(HttpTrouble.values()).map(trouble -> Arguments.of(supplier, trouble)));
    }

    @ParameterizedTest
    @MethodSource("everyTroubleAtEverySupplier")
    void nobodyKnowsWhetherItWasTakenBackAndItIsSentOnce(String supplier, HttpTrouble trouble) {
        suppliers.server().stubFor(any(anyUrl()).willReturn(trouble.answer));

        CancelAnswer answer = suppliers.ask("cancel-" + supplier, ESIM, CancelAnswer.class);

        assertThat(answer).isInstanceOf(CancelAnswer.Unknown.class);
        assertThat(suppliers.arrivals()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"esim-go", "redteago"})
    void aHostThatDoesNotExistMeansNotSent(String supplier) {
        try (SuppliersUnderTest elsewhere =
                new SuppliersUnderTest("hub.suppliers." + supplier + ".base-url=http://supplier.invalid")) {
            CancelAnswer answer = elsewhere.ask("cancel-" + supplier, ESIM, CancelAnswer.class);

            assertThat(answer).isInstanceOfSatisfying(CancelAnswer.NotSent.class, notSent -> assertThat(notSent.cause())
                    .isEqualTo(SupplierAnswer.Cause.UNREACHABLE));
        }
    }
}
