package io.esimhub.channels.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.channels.shopify.ShopifyProperties.RiskHold;
import io.esimhub.orders.OrderSnapshot;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneReaderTest {

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void theWebhookAndTheAdminApiTellTheSameOrder() throws IOException {
        OrderSnapshot webhook = ShopifyOrderReader.read(
                "a.myshopify.com",
                json.readValue(
                        """
                {"id":9007199254740993,"name":"#1001","email":"ada@example.com","created_at":"2026-07-01T05:00:00-05:00",
                 "processed_at":"2026-07-01T05:00:00-05:00","updated_at":"2026-07-01T05:00:07-05:00","cancelled_at":null,
                 "financial_status":"partially_refunded","test":false,"customer_locale":"en",
                 "current_total_price_set":{"shop_money":{"amount":"9.00","currency_code":"USD"},
                   "presentment_money":{"amount":"8.10","currency_code":"EUR"}},
                 "customer":{"id":7,"first_name":"Ada","last_name":"Traveller"},
                 "shipping_address":{"name":"Ada Traveller","address1":"1 High Street","city":"London","zip":"N1","country_code":"GB"},
                 "refunds":[{"id":55}],
                 "line_items":[{"id":9007199254740995,"sku":"ESIM-GB","title":"GB","quantity":3,"current_quantity":2,
                   "price_set":{"shop_money":{"amount":"4.50","currency_code":"USD"}}},
                  {"id":2,"sku":null,"title":"Mug","quantity":1,"current_quantity":1,
                   "price_set":{"shop_money":{"amount":"7.00","currency_code":"USD"}}}]}""",
                        ShopifyOrder.class));
        JsonNode node = json.readTree(
                """
                {"id":"gid://shopify/Order/9007199254740993","name":"#1001","email":"ada@example.com","createdAt":"2026-07-01T10:00:00Z",
                 "processedAt":"2026-07-01T10:00:00Z","updatedAt":"2026-07-01T10:00:07Z","cancelledAt":null,
                 "displayFinancialStatus":"PARTIALLY_REFUNDED","test":false,"customerLocale":"en",
                 "currentTotalPriceSet":{"shopMoney":{"amount":"9.00","currencyCode":"USD"},
                   "presentmentMoney":{"amount":"8.10","currencyCode":"EUR"}},
                 "customer":{"id":"gid://shopify/Customer/7","firstName":"Ada","lastName":"Traveller","defaultEmailAddress":null},
                 "shippingAddress":{"name":"Ada Traveller","address1":"1 High Street","city":"London","zip":"N1","countryCodeV2":"GB"},
                 "refunds":[{"id":"gid://shopify/Refund/55"}],
                 "lineItems":{"nodes":[
                  {"id":"gid://shopify/LineItem/9007199254740995","sku":"ESIM-GB","title":"GB","quantity":3,"currentQuantity":2,
                   "originalUnitPriceSet":{"shopMoney":{"amount":"4.50","currencyCode":"USD"}}},
                  {"id":"gid://shopify/LineItem/2","sku":null,"title":"Mug","quantity":1,"currentQuantity":1,
                   "originalUnitPriceSet":{"shopMoney":{"amount":"7.00","currencyCode":"USD"}}}],
                  "pageInfo":{"hasNextPage":false}}}""");

        OrderSnapshot asked = ShopifyOrderReader.read(
                "a.myshopify.com", GraphqlOrderReader.read(node, GraphqlOrderReader.lines(node)));

        assertThat(asked).isEqualTo(webhook);
        assertThat(asked.identity().externalId()).isEqualTo("9007199254740993");
    }

    @ParameterizedTest
    @CsvSource({
        "ACCEPT,LOW,HIGH,FINE",
        "CANCEL,LOW,HIGH,RISKY",
        "INVESTIGATE,MEDIUM,HIGH,FINE",
        "INVESTIGATE,MEDIUM,MEDIUM,RISKY",
        "NONE,HIGH,HIGH,RISKY",
        "NONE,PENDING,HIGH,PENDING",
        "NONE,,HIGH,PENDING",
        "ACCEPT,,MEDIUM,FINE",
        "CANCEL,HIGH,NONE,FINE"
    })
    void riskIsJudgedByTheRecommendationAndTheHighestAssessment(
            String recommendation, String level, RiskHold hold, RiskJudgement expected) throws IOException {
        String assessments = level == null ? "" : "{\"riskLevel\":\"" + level + "\"}";
        JsonNode risk =
                json.readTree("{\"recommendation\":\"" + recommendation + "\",\"assessments\":[" + assessments + "]}");

        assertThat(RiskJudgement.of(risk, hold)).isEqualTo(expected);
    }
}
