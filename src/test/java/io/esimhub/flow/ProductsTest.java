package io.esimhub.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a program that talks with customers is told of products, and with which key. */
class ProductsTest extends RunningHub {

    @Test
    void aKeyIsShownOnceOpensWhatItsScopeSaysAndNothingElseUntilItIsRevoked() {
        Calls.Answer made = CALLS.ops(
                "POST", "/api/v1/ops/api-keys", "{\"name\": \"worker of a test\", \"scopes\": [\"chatbot\"]}");
        String key = made.body().path("key").asText();

        assertThat(made.status()).isEqualTo(201);
        assertThat(key).startsWith(made.body().path("begins").asText() + "_");
        assertThat(with(key, "/api/v1/products").status()).isEqualTo(200);
        assertThat(with(key, "/api/openapi.json").status()).isEqualTo(200);
        assertThat(with(key, "/api/v1/ops/orders").status()).isEqualTo(403);
        assertThat(with(key, "/actuator/prometheus").status()).isEqualTo(403);
        assertThat(with(changed(key), "/api/v1/products").status()).isEqualTo(401);

        JsonNode listed =
                CALLS.get("/api/v1/ops/api-keys?name=worker%20of%20a%20test").at("/keys/0");
        assertThat(listed.path("lastUsedAt").asText()).isNotEmpty();
        assertThat(listed.toString()).doesNotContain(key.substring(key.lastIndexOf('_')));
        assertThat(jdbc.sql("select k::text from operations.api_keys k where name = 'worker of a test'")
                        .query(String.class)
                        .single())
                .doesNotContain(key.substring(17));

        String id = listed.path("id").asText();
        assertThat(CALLS.ops("POST", "/api/v1/ops/api-keys/" + id + "/revoke", "{}")
                        .status())
                .isEqualTo(422);
        assertThat(CALLS.ops("POST", "/api/v1/ops/api-keys/" + id + "/revoke", "{\"reason\": \"over\"}")
                        .status())
                .isEqualTo(200);
        assertThat(CALLS.ops("POST", "/api/v1/ops/api-keys/" + id + "/revoke", "{\"reason\": \"over\"}")
                        .status())
                .isEqualTo(409);
        assertThat(with(key, "/api/v1/products").status()).isEqualTo(401);
    }

    @Test
    void aRepeatedWishForAKeyMakesNoSecondOneAndTellsTheSecretToNobody() {
        byte[] wish = "{\"name\": \"asked for twice\", \"scopes\": [\"chatbot\"]}".getBytes();
        Map<String, String> headers = Map.of(
                "Authorization", Calls.OPS, "Content-Type", "application/json", "Idempotency-Key", "a-key-please");

        JsonNode first =
                CALLS.send("POST", "/api/v1/ops/api-keys", wish, headers).body();
        JsonNode second =
                CALLS.send("POST", "/api/v1/ops/api-keys", wish, headers).body();

        assertThat(second.path("id")).isEqualTo(first.path("id"));
        assertThat(first.path("key").asText()).isNotEmpty();
        assertThat(second.has("key")).isFalse();
        assertThat(jdbc.sql("select answer::text from operations.idempotency where key = 'a-key-please'")
                        .query(String.class)
                        .single())
                .doesNotContain(first.path("key").asText());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|name",
                "{\"name\": \"x\", \"scopes\": []}|scopes",
                "{\"name\": \"x\", \"scopes\": [\"everything\"]}|scopes",
                "{\"name\": \"x\", \"scopes\": [\"chatbot\"], \"expiresAt\": \"2020-01-01T00:00:00Z\"}|expiresAt",
                "{\"name\": \"x\", \"scopes\": [\"chatbot\"], \"expiresAt\": \"tomorrow\"}|expiresAt"
            })
    void anIncompleteWishForAKeyNamesItsFieldAndMakesNone(String wish, String field) {
        Calls.Answer answer = CALLS.ops("POST", "/api/v1/ops/api-keys", wish);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("errors").toString()).contains("\"field\":\"" + field + "\"");
    }

    @Test
    void productsAreFoundByCountryDataDaysWordsAndCurrency() {
        sell("ESIM-LOOK-1", "Oman 5GB, 30 days", List.of("OM"), 5120, 30, "9.5");
        sell("ESIM-LOOK-2", "Oman unlimited, 7 days", List.of("OM", "YE"), null, 7, "25");
        sell("ESIM-LOOK-3", "Yemen 1 GB, 7 days", List.of("YE"), 1000, 7, "4");

        assertThat(skus("country=om")).containsExactly("ESIM-LOOK-1", "ESIM-LOOK-2");
        assertThat(skus("country=OM&dataMb=5000")).containsExactly("ESIM-LOOK-1");
        assertThat(skus("country=YE&dataMb=unlimited")).containsExactly("ESIM-LOOK-2");
        assertThat(skus("country=YE&days=7")).containsExactly("ESIM-LOOK-2", "ESIM-LOOK-3");
        assertThat(skus("text=oma%205gb")).containsExactly("ESIM-LOOK-1");
        assertThat(skus("text=esim-look-3")).containsExactly("ESIM-LOOK-3");
        assertThat(skus("country=OM&currency=EUR")).isEmpty();
        assertThat(skus("text=%27%20or%201%3D1%20--%20%26%20%7C%20%21%3A%2A")).isEmpty();

        sell("ESIM Oman é", "Oman 9 GB", List.of("OM"), 9000, 7, "4");
        assertThat(CALLS.get("/api/v1/products/ESIM%20Oman%20%C3%A9")
                        .at("/product/name")
                        .asText())
                .isEqualTo("Oman 9 GB");
        JsonNode product = CALLS.get("/api/v1/products/ESIM-LOOK-1").path("product");
        assertThat(product.path("price").toString()).isEqualTo("{\"amount\":\"9.50\",\"currency\":\"USD\"}");
        assertThat(product.path("buyable").asBoolean()).isTrue();
        assertThat(product.path("why").isNull()).isTrue();
    }

    @Test
    void aPageGoesOnWhereTheOneBeforeEnded() {
        for (int i = 1; i <= 5; i++) {
            sell("ESIM-PAGED-" + i, "Palau " + i + " GB", List.of("PW"), i * 1000, 7, "4");
        }

        JsonNode first = CALLS.get("/api/v1/products?country=PW&limit=3");
        JsonNode second = CALLS.get("/api/v1/products?country=PW&limit=3&after="
                + first.path("next").asText());

        assertThat(skus(first)).containsExactly("ESIM-PAGED-1", "ESIM-PAGED-2", "ESIM-PAGED-3");
        assertThat(skus(second)).containsExactly("ESIM-PAGED-4", "ESIM-PAGED-5");
        assertThat(second.path("next").isNull()).isTrue();
    }

    @Test
    void whatCannotBeBoughtNowSaysSoInWordsForCustomers() {
        sell("ESIM-DARK", "Nauru 1 GB", List.of("NR"), 1000, 7, "4");
        assertThat(why("ESIM-DARK")).isEqualTo("null");

        CALLS.ops("POST", "/api/v1/ops/suppliers/esim-go/pause", "{\"reason\": \"a test\"}");
        assertThat(why("ESIM-DARK")).isEqualTo("back-shortly");
        CALLS.ops("POST", "/api/v1/ops/suppliers/esim-go/resume", "{\"reason\": \"over\"}");

        jdbc.sql("update catalog.product_variants set status = 'inactive' where sku = 'ESIM-DARK'")
                .update();
        assertThat(why("ESIM-DARK")).isEqualTo("unavailable");
        jdbc.sql("update catalog.products set retail_amount = null, retail_currency = null where sku = 'ESIM-DARK'")
                .update();
        assertThat(why("ESIM-DARK")).isEqualTo("no-price");
        jdbc.sql("update catalog.products set status = 'inactive' where sku = 'ESIM-DARK'")
                .update();
        assertThat(why("ESIM-DARK")).isEqualTo("not-for-sale");
        assertThat(skus("country=NR")).isEmpty();
    }

    @Test
    void noAnswerMayBeKeptAndNoneIsConditional() {
        sell("ESIM-FRESH", "Tonga 1 GB", List.of("TO"), 1000, 7, "4");

        assertThat(ops("/api/v1/products/ESIM-FRESH", Map.of()).headers().get("cache-control"))
                .containsExactly("no-store");
        for (String header : List.of("If-None-Match", "If-Modified-Since", "If-Match")) {
            Calls.Answer refused = ops("/api/v1/products/ESIM-FRESH", Map.of(header, "\"x\""));
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.body().at("/errors/0/field").asText()).isEqualTo(header);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "country=XX",
                "country=Japan",
                "dataMb=-5",
                "dataMb=lots",
                "days=0",
                "currency=COIN",
                "limit=-1",
                "limit=201",
                "after=%20nonsense",
                "after=AA",
                "text=%25%25%25"
            })
    void aWrongParameterIsNamed(String query) {
        Calls.Answer answer = ops("/api/v1/products?" + query, Map.of());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/errors/0/field").asText()).isEqualTo(query.substring(0, query.indexOf('=')));
        assertThat(answer.body().at("/errors/0/remedy").asText()).isNotEmpty();
    }

    @Test
    void aPriceThatChangedInOneTransactionIsInTheNextAnswerHoweverManyAsk() throws Exception {
        sell("ESIM-TICKER", "Samoa 1 GB", List.of("WS"), 1000, 7, "1");
        AtomicInteger committed = new AtomicInteger(1);
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService readers = Executors.newFixedThreadPool(2);
        try {
            List<Future<Integer>> asked = IntStream.range(0, 2)
                    .mapToObj(n -> readers.submit(() -> {
                        int answers = 0;
                        for (; !over.get(); answers++) {
                            int atLeast = committed.get();
                            assertThat(priceOf("ESIM-TICKER")).isGreaterThanOrEqualTo(atLeast);
                        }
                        return answers;
                    }))
                    .toList();
            for (int price = 2; price <= 25; price++) {
                jdbc.sql("update catalog.products set retail_amount = ? where sku = 'ESIM-TICKER'")
                        .param(price)
                        .update();
                committed.set(price);
                assertThat(priceOf("ESIM-TICKER")).isEqualTo(price);
            }
            over.set(true);
            for (Future<Integer> reader : asked) {
                assertThat(reader.get()).isPositive();
            }
        } finally {
            over.set(true);
            readers.shutdownNow();
        }
    }

    private static int priceOf(String sku) {
        return new BigDecimal(CALLS.get("/api/v1/products/" + sku)
                        .at("/product/price/amount")
                        .asText())
                .intValueExact();
    }

    static void sell(String sku, String name, List<String> countries, Integer dataMb, int days, String price) {
        Map<String, Object> product = new LinkedHashMap<>(
                Catalogs.product(sku, List.of(Catalogs.variant("esim-go", "esim_" + sku + "_V2", "0.80", 10))));
        product.put("name", name);
        product.put("countries", countries);
        product.put("dataMb", dataMb);
        product.put("validityDays", days);
        product.put("retailPrice", Map.of("amount", price, "currency", "USD"));
        Calls.Answer put = CALLS.ops("PUT", "/api/v1/ops/catalog", Shop.json(Map.of("products", List.of(product))));
        assertThat(put.status()).as(put.toString()).isEqualTo(200);
    }

    private static List<String> skus(String query) {
        return skus(CALLS.get("/api/v1/products?" + query));
    }

    private static List<String> skus(JsonNode page) {
        return StreamSupport.stream(page.path("products").spliterator(), false)
                .map(product -> product.path("sku").asText())
                .toList();
    }

    private static String why(String sku) {
        return CALLS.get("/api/v1/products/" + sku).at("/product/why").asText();
    }

    private static Calls.Answer ops(String path, Map<String, String> more) {
        Map<String, String> headers = new LinkedHashMap<>(more);
        headers.put("Authorization", Calls.OPS);
        return CALLS.send("GET", path, null, headers);
    }

    private static Calls.Answer with(String key, String path) {
        return CALLS.send("GET", path, null, Map.of("Authorization", "Bearer " + key));
    }

    private static String changed(String key) {
        return key.substring(0, key.length() - 1) + (key.endsWith("A") ? "B" : "A");
    }
}
