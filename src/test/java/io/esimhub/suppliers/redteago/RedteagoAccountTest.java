package io.esimhub.suppliers.redteago;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.esimhub.model.DataVolume;
import io.esimhub.model.Money;
import io.esimhub.suppliers.SupplierOffer;
import io.esimhub.suppliers.SupplierOffers;
import io.esimhub.suppliers.SuppliersUnderTest;
import io.esimhub.suppliers.UnusableAnswer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedteagoAccountTest {

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
    void aPackageIsNamedByItsSlugAndByItsCode() {
        packages(
                """
                {"packageCode":"CKH002","slug":"ES_3_30","name":"Spain 3GB 30Days","price":18000,"currencyCode":"USD",
                 "volume":3221225472,"dataType":1,"duration":30,"durationUnit":"DAY","location":"ES"}""");

        assertThat(catalogue())
                .containsExactly(new SupplierOffer(
                        "ES_3_30",
                        List.of("CKH002"),
                        "Spain 3GB 30Days",
                        Money.of("1.80", "USD"),
                        true,
                        List.of("ES"),
                        Optional.of(new DataVolume(3L << 30, DataVolume.Base.BINARY)),
                        Optional.of(30)));
        assertThat(suppliers.arrivals()).singleElement().satisfies(request -> {
            assertThat(request.getUrl()).isEqualTo("/redteago/api/v1/open/package/list");
            assertThat(request.getBodyAsString()).contains("\"type\":\"BASE\"");
            assertThat(request.getHeader("RT-Signature")).hasSize(64);
            assertThat(request.getHeader("X-Stray")).isNull();
        });
    }

    @Test
    void aPackageIsReadInEverySpelling() {
        packages(
                """
                {"packageCode":"CKH139","price":"112501","volume":"5368709120","duration":"30","location":"!GL"},
                {"packageCode":"A","slug":"EU-42_1_7","price":1,"location":"gb, AT,!RG,EU-42,AT","volume":0,"duration":6,
                 "durationUnit":"MONTH"},
                {"packageCode":"B","slug":"EU-42_1_7","price":3}""");

        List<SupplierOffer> offers = catalogue();

        assertThat(offers)
                .extracting(SupplierOffer::supplierSku)
                .as("two of one slug would be sold for each other")
                .containsExactly("CKH139", "EU-42_1_7", "B");
        assertThat(offers.get(0).otherNames()).isEmpty();
        assertThat(offers.get(0).name()).isEqualTo("CKH139");
        assertThat(offers.get(0).cost()).isEqualTo(Money.of("11.2501", "USD"));
        assertThat(offers.get(0).countries()).isEmpty();
        assertThat(offers.get(0).validityDays()).contains(30);
        assertThat(offers.get(1).countries()).containsExactly("AT", "GB");
        assertThat(offers.get(1).data()).isEmpty();
        assertThat(offers.get(1).validityDays()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2, (each day, 'then slow)'", "3, (each day, 'then cut off)'", "4, (each day, unlimited)"})
    void aDayPassSaysSo(int type, String start, String end) {
        packages("{\"slug\":\"GE_1_Daily\",\"name\":\"Georgia\",\"price\":5000,\"volume\":1073741824,\"duration\":1,"
                + "\"dataType\":" + type + "}");

        assertThat(catalogue()).singleElement().satisfies(offer -> {
            assertThat(offer.name()).isEqualTo("Georgia " + start + ", " + end);
            assertThat(offer.data().orElseThrow().bytes()).isEqualTo(1L << 30);
        });
    }

    @Test
    void oneBigListIsReadAtOnce() {
        packages(IntStream.range(0, 2590)
                .mapToObj(n -> "{\"slug\":\"s_" + n + "\",\"price\":1,\"location\":\"" + "GB,".repeat(100) + "\"}")
                .collect(Collectors.joining(",")));

        assertThat(catalogue()).hasSize(2590);
    }

    @ParameterizedTest
    @CsvSource({
        "500, application/json, '{\"success\":true,\"obj\":{\"packageList\":[{\"slug\":\"a\",\"price\":1}]}}'",
        "429, application/json, '{\"success\":false,\"errorCode\":\"900001\"}'",
        "200, text/html, <html>",
        "200, application/json, '{\"success\":false,\"errorCode\":\"000001\",\"obj\":null}'",
        "200, application/json, '{\"success\":true,\"obj\":{}}'",
        "200, application/json, '{\"success\":true,\"obj\":{\"packageList\":[]}}'",
        "200, application/json, '{\"success\":true,\"obj\":{\"packageList\":[{\"price\":1}]}}'",
        "200, application/json, '{\"success\":true,\"obj\":{\"packageList\":[{\"slug\":\"a\",\"price\":\"dear\"}]}}'",
        "200, application/json, '{\"success\":true,\"obj\":{\"packageList\":[{\"slug\":\"a\"'"
    })
    void halfAListIsNone(int status, String type, String body) {
        answers(status, type, body);

        assertThatThrownBy(RedteagoAccountTest::catalogue).hasRootCauseInstanceOf(UnusableAnswer.class);
    }

    @ParameterizedTest
    @CsvSource({"491400, 49.14", "'\"491401\"', 49.1401", "0, 0", "-5, -0.0005"})
    void theBalanceIsInTenThousandthsOfADollar(String balance, String dollars) {
        answers(200, "application/json", RedteagoPapers.ok("{\"balance\":" + balance + "}"));

        assertThat(suppliers.ask("balance-redteago", null, Money.class)).isEqualTo(Money.of(dollars, "USD"));
        assertThat(suppliers.arrivals()).singleElement().satisfies(request -> assertThat(request.getBodyAsString())
                .isEqualTo("{}"));
    }

    @ParameterizedTest
    @CsvSource({
        "200, application/json, '{\"success\":true,\"obj\":{}}'",
        "200, application/json, '{\"success\":false,\"errorCode\":\"101003\"}'",
        "200, text/html, <html>",
        "503, application/json, '{}'"
    })
    void aBalanceThatWasNotToldIsNone(int status, String type, String body) {
        answers(status, type, body);

        assertThatThrownBy(() -> suppliers.ask("balance-redteago", null, Money.class))
                .hasRootCauseInstanceOf(UnusableAnswer.class);
    }

    private static List<SupplierOffer> catalogue() {
        return suppliers.ask("catalog-redteago", null, SupplierOffers.class).offers();
    }

    private static void packages(String packages) {
        answers(200, "application/json", RedteagoPapers.ok("{\"packageList\":[" + packages + "]}"));
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
