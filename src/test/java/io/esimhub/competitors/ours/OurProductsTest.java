package io.esimhub.competitors.ours;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.esimhub.competitors.Settings;
import io.esimhub.competitors.store.Stores;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class OurProductsTest {

    private static final String EARLIER = "2026-07-01T10:00:00Z";
    private static final String LATER = "2026-07-01T11:00:00Z";

    @RegisterExtension
    static final WireMockExtension HUB = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort())
            .build();

    @TempDir
    Path folder;

    private OurProducts ours;

    @BeforeEach
    void anEmptyStore() {
        ObjectMapper json = new ObjectMapper();
        var settings = Settings.monitor(Map.of(
                "hub.competitors.hub.url", HUB.baseUrl(),
                "hub.competitors.hub.api-key", "ehk_test",
                "hub.competitors.hub.timeout", "1500ms",
                "hub.competitors.hub.max-answer", "2KB"));
        ours = new OurProducts(new HubCatalog(settings, json), Stores.sqlite(folder.resolve("monitor.db")), json);
    }

    private static String product(String sku, String price) {
        return """
                {"sku": "%s", "name": "Japan", "kind": "esim", "countries": ["JP"], "dataMb": 5000, "validityDays": 30,
                 "price": {"amount": "%s", "currency": "USD"}, "buyable": true, "why": null}"""
                .formatted(sku, price);
    }

    private static void page(String after, String asOf, String next, String... products) {
        HUB.stubFor(get(urlPathEqualTo("/api/v1/products"))
                .withHeader("Authorization", equalTo("Bearer ehk_test"))
                .withQueryParam("limit", equalTo("200"))
                .withQueryParam(
                        "after",
                        after == null ? com.github.tomakehurst.wiremock.client.WireMock.absent() : equalTo(after))
                .willReturn(okJson("{\"asOf\": \"%s\", \"products\": [%s], \"next\": %s}"
                        .formatted(asOf, String.join(",", products), next == null ? null : '"' + next + '"'))));
    }

    @Test
    void everyPageOfTheHubIsRead() {
        page(null, EARLIER, "A+B=", product("A", "9.50"));
        page("A+B=", EARLIER, null, product("B", "4.50"));

        ours.refresh();

        assertThat(ours.all()).extracting(OurProduct::sku).containsExactly("A", "B");
        assertThat(ours.all().get(0).asOf()).isEqualTo(EARLIER);
        assertThat(ours.trouble()).isNull();
    }

    @Test
    void aHubThatIsAwayLeavesTheLastKnownProductsWithTheirAge() {
        page(null, EARLIER, null, product("A", "9.50"));
        ours.refresh();
        for (var trouble : List.of(
                aResponse().withStatus(503),
                aResponse().withFixedDelay(4000),
                aResponse().withStatus(302).withHeader("Location", "/elsewhere"),
                okJson("{\"products\": [" + product("B", "1").repeat(40) + "]}"),
                aResponse().withHeader("Content-Type", "text/html").withBody("<p>"))) {
            HUB.stubFor(get(urlPathEqualTo("/api/v1/products")).willReturn(trouble));

            ours.refresh();

            assertThat(ours.trouble()).isNotNull();
            assertThat(ours.all()).singleElement().satisfies(product -> assertThat(product.asOf())
                    .isEqualTo(EARLIER));
        }
    }

    @Test
    void whatTheHubNoLongerSellsIsNotComparedAnyMore() {
        page(null, EARLIER, null, product("A", "9.50"), product("B", "4.50"));
        ours.refresh();
        page(null, LATER, null, product("B", "4.00"));

        ours.refresh();

        assertThat(ours.all()).singleElement().satisfies(product -> {
            assertThat(product.sku()).isEqualTo("B");
            assertThat(product.price()).isEqualByComparingTo("4");
            assertThat(product.asOf()).isEqualTo(LATER);
        });
    }
}
