package io.esimhub.competitors.ours;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.competitors.MonitorPart;
import io.esimhub.competitors.MonitorProperties;
import io.esimhub.competitors.http.BoundedHttp;
import io.esimhub.competitors.http.CallFailed;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** {@code GET {hub.url}/api/v1/products}, page after page, with an API key: what any other client of the hub can do. */
@MonitorPart
class HubCatalog {

    private final MonitorProperties.Hub settings;
    private final BoundedHttp http;

    HubCatalog(MonitorProperties settings, ObjectMapper json) {
        this.settings = settings.hub();
        this.http = new BoundedHttp(this.settings.timeout(), this.settings.maxAnswer(), json);
    }

    /**
     * @return every product
     * @throws CallFailed when a page is missing: half a catalog would look like products that are gone
     */
    List<OurProduct> read() throws CallFailed {
        if (settings.apiKey().isBlank()) {
            throw new CallFailed("hub.competitors.hub.api-key is not set");
        }
        List<OurProduct> products = new ArrayList<>();
        String next = null;
        do {
            JsonNode page = http.json(request(next));
            if (!page.path("products").isArray()) {
                throw new CallFailed("the answer has no products");
            }
            Instant asOf = instant(page.path("asOf").asText());
            for (JsonNode product : page.path("products")) {
                products.add(product(product, asOf));
            }
            String following = page.path("next").asText(null);
            if (products.size() > settings.mostProducts() || following != null && following.equals(next)) {
                throw new CallFailed("the list has no end within " + settings.mostProducts() + " products");
            }
            next = following;
        } while (next != null);
        return products;
    }

    private HttpRequest.Builder request(String after) {
        String cursor = after == null ? "" : "&after=" + URLEncoder.encode(after, StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(URI.create(settings.url() + "/api/v1/products?limit=200" + cursor))
                .header("Authorization", "Bearer " + settings.apiKey());
    }

    private static OurProduct product(JsonNode product, Instant asOf) throws CallFailed {
        TreeSet<String> countries = new TreeSet<>();
        product.path("countries").forEach(country -> countries.add(country.asText()));
        JsonNode price = product.path("price");
        try {
            return new OurProduct(
                    0,
                    product.path("sku").asText(),
                    product.path("name").asText(),
                    countries,
                    product.path("dataMb").isNumber() ? product.path("dataMb").asLong() : null,
                    product.path("validityDays").isNumber()
                            ? product.path("validityDays").asInt()
                            : null,
                    price.isObject() ? new BigDecimal(price.path("amount").asText()) : null,
                    price.isObject() ? price.path("currency").asText() : null,
                    product.path("buyable").asBoolean(),
                    asOf);
        } catch (NumberFormatException noAmount) {
            throw new CallFailed("a product has no readable price");
        }
    }

    private static Instant instant(String text) throws CallFailed {
        try {
            return Instant.parse(text);
        } catch (java.time.format.DateTimeParseException e) {
            throw new CallFailed("the answer does not say of when it is");
        }
    }
}
