package io.esimhub.competitors.web;

import static io.esimhub.competitors.watch.Watched.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.competitors.Settings;
import io.esimhub.competitors.position.Plans;
import io.esimhub.competitors.store.Stores;
import io.esimhub.competitors.watch.Watched;
import io.esimhub.operations.web.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShownPricesTest {

    private static final String SKU = "JP 5 GB/30";
    private static final String IN_AN_ADDRESS = "JP%205%20GB%2F30";

    @TempDir
    Path folder;

    private final ObjectMapper json = new ObjectMapper();
    private Books books;
    private CompetitorProduct product;

    @BeforeEach
    void twoVisits() {
        Watched watched = new Watched(
                Stores.sqlite(folder.resolve("monitor.db")),
                Map.of(),
                List.of(Plans.ours(1, SKU, Set.of("JP"), 5000L, 30, "10.00")));
        watched.visitFinding(plan("=cmd", "9.50"));
        watched.later(Duration.ofDays(1));
        watched.visitFinding(plan("=cmd", "5.00"));
        books = new Books(watched.store);
        product = new CompetitorProduct(books, json, Settings.monitor(Map.of()));
    }

    @Test
    void aProductIsShownWithItsPlaceAndHowTheirPricesCameAbout() {
        Map<String, Object> shown = product.show(IN_AN_ADDRESS);

        JsonNode answer = json.valueToTree(shown);
        assertThat(answer.path("sku").asText()).isEqualTo(SKU);
        assertThat(answer.path("rank").asInt()).isEqualTo(2);
        assertThat(answer.at("/competitors/0/price/amount").asText()).isEqualTo("5.00");
        assertThat(answer.path("history"))
                .extracting(row -> row.path("price").asText())
                .containsExactly("5.00", "9.50");
    }

    @Test
    void itsChartHasACurveForUsAndForEachCompetitor() {
        assertThat(product.chart(IN_AN_ADDRESS)).startsWith("<svg").contains("ours", "bargain", "JP 5 GB/30");
    }

    @Test
    void aProductThatTheMonitorDoesNotKnowIsNotFound() {
        assertThatThrownBy(() -> product.show("KR")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> product.chart("KR")).isInstanceOf(Problem.class);
    }

    @Test
    void theTableHasARowForEachPlanAndNothingThatASpreadsheetWouldRun() throws IOException {
        List<CSVRecord> rows = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new java.io.StringReader(new CompetitorPrices(books, json).csv()))
                .getRecords();

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.get("sku")).isEqualTo(SKU);
            assertThat(row.get("our_price")).isEqualTo("10.00");
            assertThat(row.get("plan")).isEqualTo("'=cmd");
            assertThat(row.get("price")).isEqualTo("5.00");
            assertThat(row.get("rank")).isEqualTo("2");
            assertThat(row.get("below_percent")).isEqualTo("50.0");
        });
    }
}
