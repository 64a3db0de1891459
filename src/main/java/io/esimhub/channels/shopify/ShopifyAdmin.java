package io.esimhub.channels.shopify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.operations.cases.CaseReport;
import io.esimhub.operations.cases.Cases;
import io.esimhub.operations.http.HttpAnswer;
import io.esimhub.operations.http.VendorText;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.springframework.stereotype.Component;

/** The steps of a call of a shop's Admin API (GraphQL). */
@Component("shopifyAdmin")
class ShopifyAdmin {

    static final String ACCESS = "channel-access";

    private static final String SHOP = "shopifyShop";

    private final ShopifyProperties properties;
    private final GraphqlDocuments documents;
    private final ObjectMapper json;
    private final Cases cases;
    private final Clock clock;
    private final Map<String, AdminBucket> buckets = new ConcurrentHashMap<>();
    private final Set<String> letIn = ConcurrentHashMap.newKeySet();

    ShopifyAdmin(
            ShopifyProperties properties, GraphqlDocuments documents, ObjectMapper json, Cases cases, Clock clock) {
        this.properties = properties;
        this.documents = documents;
        this.json = json;
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * The body is an {@link AdminCall}; it becomes the request.
     *
     * @throws AdminThrottled if the shop's bucket is known to be empty: nothing is sent
     */
    public void write(Exchange exchange) throws JsonProcessingException {
        AdminCall call = exchange.getMessage().getBody(AdminCall.class);
        ShopifyProperties.Shop shop = properties
                .shop(call.shopDomain())
                .filter(ShopifyProperties.Shop::hasAdmin)
                .orElseThrow(() -> AdminRefused.of("no admin-url and admin-token are set for this shop"));
        Instant now = clock.instant();
        AdminBucket bucket = buckets.get(shop.domain());
        if (bucket != null) {
            bucket.closedUntil(now).ifPresent(again -> {
                throw new AdminThrottled(again);
            });
        }
        exchange.setProperty(SHOP, shop);
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_METHOD, "POST");
        message.setHeader(
                Exchange.HTTP_URI,
                stripped(shop.adminUrl()) + "/admin/api/" + properties.apiVersion() + "/graphql.json");
        message.setHeader("X-Shopify-Access-Token", shop.adminToken());
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        message.setHeader("Accept", "application/json");
        message.setBody(json.writeValueAsBytes(
                Map.of("query", documents.text(call.document()), "variables", call.variables())));
    }

    /** The body is an {@link HttpAnswer}; it becomes the {@code data}. */
    public void read(Exchange exchange) {
        ShopifyProperties.Shop shop = exchange.getProperty(SHOP, ShopifyProperties.Shop.class);
        HttpAnswer answer = exchange.getMessage().getBody(HttpAnswer.class);
        Instant now = clock.instant();
        try {
            JsonNode whole = new AdminAnswers(json, new VendorText(shop.adminToken())).read(answer, now);
            AdminBucket.of(whole, now).ifPresent(bucket -> buckets.put(shop.domain(), bucket));
            letIn(shop.domain());
            exchange.getMessage().setBody(whole.path("data"));
        } catch (AdminRefused refused) {
            if (refused.access()) {
                notLetIn(shop.domain(), refused.getMessage());
            }
            throw refused;
        }
    }

    private void notLetIn(String shop, String sentence) {
        letIn.remove(shop);
        cases.open(CaseReport.of(ACCESS, "SHOPIFY_TOKEN", "shopify:" + shop).failed(1, sentence));
    }

    private void letIn(String shop) {
        if (letIn.add(shop)) {
            cases.close(ACCESS, "shopify:" + shop, "shopify-admin", "the token is let in again");
        }
    }

    private static String stripped(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
