package io.esimhub.competitors.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.esimhub.competitors.position.Rates;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class ChartSvgTest {

    private static final Rates RATES = new Rates("USD", Map.of("EUR", new BigDecimal("1.10")));

    private static Map<String, Object> price(String price, String currency, String from, String to) {
        return Map.of("price", price, "currency", currency, "firstSeen", from, "lastSeen", to);
    }

    private static Document read(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aChartIsReadableXmlWhateverIsNamedOnItAndSaysInWordsWhatItShows() throws Exception {
        Curve ours = Curve.of(
                "ours", List.of(price("10", "USD", "2026-07-01T00:00:00.000Z", "2026-07-03T00:00:00.000Z")), RATES);
        Curve evil = Curve.of(
                "</text><script>alert(1)</script>\u0000",
                List.of(
                        price("9", "EUR", "2026-07-02T00:00:00.000Z", "2026-07-03T00:00:00.000Z"),
                        price("1", "XXX", "2026-07-01T00:00:00.000Z", "2026-07-02T00:00:00.000Z")),
                RATES);

        Document chart = read(new ChartSvg("Japan <5 GB> & more \u2013 \u00e9", "USD", List.of(ours, evil)).draw());

        assertThat(chart.getElementsByTagName("script").getLength()).isZero();
        assertThat(chart.getElementsByTagName("path").getLength()).isEqualTo(2);
        assertThat(chart.getElementsByTagName("title").item(0).getTextContent()).startsWith("Japan <5 GB> & more");
        assertThat(chart.getElementsByTagName("desc").item(0).getTextContent()).contains("ours: 10.00 USD", "9.90 USD");
    }

    @Test
    void withoutAPriceTheChartSaysSo() throws Exception {
        assertThat(read(new ChartSvg("Japan", "USD", List.of(new Curve("ours", List.of()))).draw())
                        .getDocumentElement()
                        .getTextContent())
                .contains("No price is known yet.");
    }

    @Test
    void aTextThatASpreadsheetWouldRunIsMarkedAsText() {
        assertThat(CompetitorPrices.harmless("=HYPERLINK(\"http://x\")")).startsWith("'=");
        assertThat(CompetitorPrices.harmless("@SUM(1)")).startsWith("'");
        assertThat(CompetitorPrices.harmless("Japan 5 GB")).isEqualTo("Japan 5 GB");
    }
}
