package io.esimhub.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The catalog as a spreadsheet: out, changed, and in again. */
class CatalogCsvTest extends RunningHub {

    private static final String OPS =
            "Basic " + Base64.getEncoder().encodeToString("ops:ops".getBytes(StandardCharsets.UTF_8));
    private static final String PATH = "/api/v1/ops/catalog";

    @Test
    void whatIsExportedAsCsvIsImportedAgainWithoutAChange() throws Exception {
        HttpResponse<String> exported = get(PATH + "?format=csv", "*/*");
        assertThat(exported.headers().firstValue("content-type")).contains("text/csv;charset=UTF-8");
        assertThat(exported.headers().firstValue("cache-control")).contains("no-store");
        assertThat(exported.body()).startsWith("sku,name,kind,").contains("ESIM-GB-1GB-7D,");

        Calls.Answer again = put("text/csv", exported.body());

        assertThat(again.status()).isEqualTo(200);
        for (String kind : new String[] {"suppliers", "products", "variants", "tierPrices"}) {
            assertThat(again.body().path(kind).path("created").asInt()).isZero();
            assertThat(again.body().path(kind).path("updated").asInt()).isZero();
        }
        assertThat(again.body().path("products").path("unchanged").asInt()).isPositive();
    }

    @Test
    void whatIsExportedAsJsonIsImportedAgainWithoutAChange() throws Exception {
        HttpResponse<String> exported = get(PATH, "*/*");

        Calls.Answer again = put("application/json", exported.body());

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body().path("variants").path("updated").asInt()).isZero();
        assertThat(again.body().path("variants").path("unchanged").asInt()).isPositive();
    }

    @Test
    void aProductThatCameAsCsvIsSoldLikeAnyOther() throws Exception {
        String header =
                get(PATH + "?format=csv", "*/*").body().lines().findFirst().orElseThrow();
        Calls.Answer imported = put(
                "text/csv; charset=utf-8",
                "\uFEFF" + header
                        + "\nESIM-CSV,\"Somewhere, 1 GB\",esim,GB|FR,1000,7,4.50 USD,,,active,gold>=10:2.90 USD,esim-go,,,esim_1GB_7D_GB_V2,"
                        + "1.80 USD,10,active,,,,\n");
        assertThat(imported.status()).isEqualTo(200);
        assertThat(imported.body().path("products").path("created").asInt()).isOne();
        assertThat(imported.body().path("tierPrices").path("created").asInt()).isOne();

        ShopOrder order = ShopOrder.paid("ESIM-CSV", 1);
        SHOP.post("orders/paid", order);

        awaitState(order.id(), "DELIVERED");
        assertThat(mailsTo(order.email())).hasSize(1);
    }

    @Test
    void aFileWithOneBadRowNamesItAndImportsNothing() throws Exception {
        String header =
                get(PATH + "?format=csv", "*/*").body().lines().findFirst().orElseThrow();
        Calls.Answer answer = put(
                "text/csv",
                header
                        + "\nESIM-CSV-GOOD,Good,esim,GB,,,4.50 USD,,,active,,,,,,,,,,,,"
                        + "\nESIM-CSV-BAD,Bad,esim,GB,,,cheap,,,active,,nobody,,,b,1 USD,,,,,,");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("code").asText()).isEqualTo("bad-catalog");
        assertThat(answer.body().findValuesAsText("field")).containsExactly("line 3, retailPrice", "line 3, supplier");
        assertThat(jdbc.sql("select count(*) from catalog.products where sku like 'ESIM-CSV-GOOD%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/xml",
                "text/csv; charset=iso-8859-1",
                "text/csv; charset=nonsense",
                "text/plain",
                "nonsense"
            })
    void otherTypesAreNotTaken(String type) {
        Calls.Answer answer = put(type, "sku");

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.body().path("detail").asText()).contains("text/csv");
    }

    @Test
    void withoutATypeItIsJson() {
        Calls.Answer answer = CALLS.send(
                "PUT", PATH, "{\"products\": []}".getBytes(StandardCharsets.UTF_8), Map.of("Authorization", OPS));

        assertThat(answer.status()).isEqualTo(422);
    }

    @ParameterizedTest(name = "Accept: {0}")
    @CsvSource(
            delimiter = '~',
            value = {
                "text/csv ~ text/csv;charset=UTF-8",
                "text/csv, application/json;q=0.5 ~ text/csv;charset=UTF-8",
                "application/json, text/csv;q=0.5 ~ application/json",
                "*/* ~ application/json",
                "image/png ~ application/json",
                "nonsense ~ application/json"
            })
    void theCallerSaysWhichFormatItWants(String accept, String type) throws Exception {
        assertThat(get(PATH, accept).headers().firstValue("content-type")).contains(type);
    }

    @Test
    void anUnknownFormatIsRefused() throws Exception {
        HttpResponse<String> answer = get(PATH + "?format=xls", "*/*");

        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode problem = Calls.JSON.readTree(answer.body());
        assertThat(problem.findValuesAsText("field")).containsExactly("format");
    }

    @Test
    void otherMethodsAreNamedAsSuch() {
        assertThat(CALLS.ops("POST", PATH, "{}").status()).isEqualTo(405);
    }

    @Test
    void theCatalogIsForOperatorsOnly() {
        assertThat(CALLS.send("GET", PATH, null, Map.of()).status()).isEqualTo(401);
    }

    private static Calls.Answer put(String type, String body) {
        return CALLS.send(
                "PUT", PATH, body.getBytes(StandardCharsets.UTF_8), Map.of("Authorization", OPS, "Content-Type", type));
    }

    private static HttpResponse<String> get(String path, String accept) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(CALLS.base() + path))
                                .header("Authorization", OPS)
                                .header("Accept", accept)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
