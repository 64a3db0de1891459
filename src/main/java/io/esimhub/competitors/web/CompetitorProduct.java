package io.esimhub.competitors.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.competitors.MonitorPart;
import io.esimhub.competitors.MonitorProperties;
import io.esimhub.competitors.position.Rates;
import io.esimhub.operations.web.PathPart;
import io.esimhub.operations.web.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One product of ours: where it stands, and how its price and the competitors' came about. */
@MonitorPart("competitorProduct")
class CompetitorProduct {

    private final Books books;
    private final ObjectMapper json;
    private final Rates rates;

    CompetitorProduct(Books books, ObjectMapper json, MonitorProperties settings) {
        this.books = books;
        this.json = json;
        this.rates = new Rates(settings.base(), settings.rates());
    }

    /** @throws Problem 404 */
    public Map<String, Object> show(String encoded) {
        String sku = PathPart.decoded(encoded);
        Map<String, Object> product = position(sku);
        product.put("ourHistory", books.read("own-history", sku));
        product.put("history", theirHistory(product));
        return product;
    }

    /** @throws Problem 404 */
    public String chart(String encoded) {
        String sku = PathPart.decoded(encoded);
        Map<String, Object> product = position(sku);
        List<Curve> curves = new ArrayList<>();
        curves.add(Curve.of("ours", books.read("own-history", sku), rates));
        Map<String, List<Map<String, Object>>> byCompetitor = new LinkedHashMap<>();
        for (Map<String, Object> row : theirHistory(product)) {
            byCompetitor
                    .computeIfAbsent((String) row.get("competitor"), name -> new ArrayList<>())
                    .add(row);
        }
        byCompetitor.forEach((name, rows) -> curves.add(Curve.of(name, rows, rates)));
        return new ChartSvg(sku + " " + ((JsonNode) product.get("name")).asText(), rates.base(), curves).draw();
    }

    private Map<String, Object> position(String sku) {
        return books.read("position", sku).stream()
                .findFirst()
                .map(row -> CompetitorLists.position(json, row))
                .orElseThrow(() ->
                        Problem.notFound("no-such-product", "The monitor knows no product of ours with this SKU."));
    }

    private List<Map<String, Object>> theirHistory(Map<String, Object> product) {
        List<Map<String, String>> wanted = new ArrayList<>();
        for (JsonNode rival : (JsonNode) product.get("competitors")) {
            wanted.add(Map.of(
                    "competitor", rival.path("competitor").asText(),
                    "externalId", rival.path("externalId").asText()));
        }
        try {
            return books.read("plan-history", json.writeValueAsString(wanted));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
