package io.esimhub.channels.shopify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.channels.ChannelAccess;
import io.esimhub.channels.ChannelBusy;
import io.esimhub.operations.http.HttpAnswer;
import io.esimhub.operations.http.VendorText;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.springframework.stereotype.Component;

/** The steps of a call of a shop's Admin API (GraphQL). */
@Component("shopifyAdmin")
class ShopifyAdmin {

    /** Exchange property: the version of the API that the shop answered in. It answers in a newer one when it has dropped ours. */
    static final String VERSION = "shopifyApiVersion";

    private static final String SHOP = "shopifyShop";

    private final ShopifyProperties properties;
    private final GraphqlDocuments documents;
    private final ObjectMapper json;
    private final ChannelAccess access;
    private final Clock clock;
    private final Map<String, AdminBucket> buckets = new ConcurrentHashMap<>();

    ShopifyAdmin(
            ShopifyProperties properties,
            GraphqlDocuments documents,
            ObjectMapper json,
            ChannelAccess access,
            Clock clock) {
        this.properties = properties;
        this.documents = documents;
        this.json = json;
        this.access = access;
        this.clock = clock;
    }

    /**
     * The body is an {@link AdminCall}; it becomes the request.
     *
     * @throws ChannelBusy if the shop's bucket is known to be empty: nothing is sent
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
                throw new ChannelBusy(again);
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
            access.letIn(subject(shop));
            judgeVersion(shop, exchange.getProperty(VERSION, String.class));
            exchange.getMessage().setBody(whole.path("data"));
        } catch (AdminRefused refused) {
            if (refused.access()) {
                access.refused(subject(shop), "SHOPIFY_TOKEN", refused.getMessage());
            }
            throw refused;
        }
    }

    private void judgeVersion(ShopifyProperties.Shop shop, String version) {
        String subject = subject(shop) + ":api-version";
        if (version == null || version.equals(properties.apiVersion())) {
            access.letIn(subject);
        } else {
            access.refused(
                    subject,
                    "API_VERSION",
                    "Shopify answers in version " + version + " and not in " + properties.apiVersion()
                            + ", which it has dropped: set hub.channels.shopify.api-version");
        }
    }

    private static String subject(ShopifyProperties.Shop shop) {
        return "shopify:" + shop.domain();
    }

    private static String stripped(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
