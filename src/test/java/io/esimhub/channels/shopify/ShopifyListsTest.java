package io.esimhub.channels.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.operations.http.HttpAnswer;
import io.esimhub.reconciliation.listing.ListQuestion;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a shop's list must be before anything is concluded from it. */
class ShopifyListsTest {

    private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();
    private final ShopifyLists lists = new ShopifyLists(
            new ShopifyProperties(
                    "2026-07",
                    Map.of(
                            "main",
                            new ShopifyProperties.Shop(
                                    "a.myshopify.com", List.of("secret"), "https://a.myshopify.com", "token")),
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(15),
                    ShopifyProperties.RiskHold.NONE,
                    false,
                    2000,
                    false),
            new GraphqlDocuments(),
            JSON,
            Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void anAnswerInAnotherVersionOfTheApiProvesNothing() {
        Exchange exchange = asked(Optional.empty());
        exchange.setProperty(ShopifyAdmin.VERSION, "2026-10");
        exchange.getMessage().setBody(JSON.createObjectNode());

        assertThatThrownBy(() -> lists.heard(exchange))
                .isInstanceOf(AdminRefused.class)
                .hasMessageContaining("2026-10");
    }

    @ParameterizedTest
    @CsvSource({
        "https://storage.example.com/f.jsonl, true",
        "https://a.myshopify.com/f.jsonl, true",
        "http://storage.example.com/f.jsonl, false",
        "http://169.254.169.254/latest, false",
        "file:///etc/passwd, false",
    })
    void aFileIsFetchedWithTlsOnlyAndWithoutOurToken(String url, boolean fetched) throws Exception {
        Exchange exchange = asked(Optional.of("bulk:gid://shopify/BulkOperation/7"));
        exchange.getMessage()
                .setBody(JSON.readTree("{\"bulkOperation\":{\"status\":\"COMPLETED\",\"url\":\"" + url + "\"}}"));
        lists.heard(exchange);
        exchange.getMessage().setHeader("X-Shopify-Access-Token", "token");

        if (fetched) {
            lists.download(exchange);
            assertThat(exchange.getMessage().getHeader(Exchange.HTTP_URI)).isEqualTo(url);
            assertThat(exchange.getMessage().getHeader("X-Shopify-Access-Token"))
                    .isNull();
        } else {
            assertThatThrownBy(() -> lists.download(exchange)).isInstanceOf(AdminRefused.class);
        }
    }

    @Test
    void aPageOfHtmlInPlaceOfTheFileProvesNothing() throws Exception {
        Exchange exchange = asked(Optional.of("bulk:gid://shopify/BulkOperation/7"));
        exchange.getMessage()
                .setBody(new HttpAnswer(
                        200,
                        "text/html",
                        "<html>".getBytes(StandardCharsets.UTF_8),
                        Optional.empty(),
                        Optional.empty()));

        assertThatThrownBy(() -> lists.downloaded(exchange)).isInstanceOf(AdminRefused.class);
    }

    private Exchange asked(Optional<String> after) {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.getMessage()
                .setBody(new ListQuestion(
                        "a.myshopify.com", ListQuestion.By.CHANGED, NOW.minusSeconds(3600), NOW, after));
        lists.begin(exchange);
        lists.next(exchange);
        return exchange;
    }
}
