package io.esimhub.competitors.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.competitors.MonitorPart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** {@code GET /api/v1/ops/competitors/prices.csv}: a row for each product of ours and each competitor with a plan like it. */
@MonitorPart("competitorPrices")
class CompetitorPrices {

    private static final int PAGE = 200;
    private static final List<String> HEADER = List.of(
            "sku",
            "name",
            "our_price",
            "our_currency",
            "rank",
            "of",
            "competitor",
            "plan",
            "title",
            "price",
            "currency",
            "comparable",
            "per_gb",
            "per_day",
            "base",
            "below_percent",
            "seen_at",
            "not_compared");

    private final Books books;
    private final ObjectMapper json;

    CompetitorPrices(Books books, ObjectMapper json) {
        this.books = books;
        this.json = json;
    }

    public String csv() {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord(HEADER);
            List<Map<String, Object>> page;
            long after = 0;
            do {
                page = books.read("positions", after, null, null, null, null, PAGE);
                for (Map<String, Object> row : page) {
                    product(printer, json.readTree((String) row.get("document")));
                    after = ((Number) row.get("id")).longValue();
                }
            } while (page.size() == PAGE);
        } catch (IOException fromAStringBuilder) {
            throw new UncheckedIOException(fromAStringBuilder);
        }
        return text.toString();
    }

    private static void product(CSVPrinter printer, JsonNode product) throws IOException {
        for (JsonNode rival : product.path("competitors")) {
            JsonNode ours = product.path("ours");
            JsonNode price = rival.path("price");
            for (JsonNode cell : List.of(
                    product.path("sku"),
                    product.path("name"),
                    ours.path("amount"),
                    ours.path("currency"),
                    product.path("rank"),
                    product.path("of"),
                    rival.path("competitor"),
                    rival.path("externalId"),
                    rival.path("title"),
                    price.path("amount"),
                    price.path("currency"),
                    price.path("comparable"),
                    price.path("perGb"),
                    price.path("perDay"),
                    product.path("base"),
                    rival.path("below"),
                    rival.path("seenAt"),
                    rival.path("notCompared"))) {
                printer.print(cell.isNumber() ? cell.asText() : harmless(cell.isNull() ? "" : cell.asText("")));
            }
            printer.println();
        }
    }

    /**
     * A competitor's page names these plans: a text that a spreadsheet would run is marked as text
     * (<a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP</a>).
     */
    static String harmless(String cell) {
        return !cell.isEmpty() && "=+-@\t\r\n".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
