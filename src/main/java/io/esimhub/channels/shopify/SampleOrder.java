package io.esimhub.channels.shopify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.delivery.MailProperties;
import io.esimhub.operations.HubSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Shows a newcomer the whole way: on a database without orders it posts one signed order to the hub's own webhook, as Shopify
 * would, and says where to look. Local only.
 */
@Component
@Profile("local")
class SampleOrder {

    private static final Logger LOG = LoggerFactory.getLogger(SampleOrder.class);
    private static final String TOPIC = "orders/paid";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final ShopifyProperties shopify;
    private final MailProperties mail;
    private final HubSettings hub;
    private final WebServerApplicationContext server;
    private final JdbcTemplate jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    SampleOrder(
            ShopifyProperties shopify,
            MailProperties mail,
            HubSettings hub,
            WebServerApplicationContext server,
            JdbcTemplate jdbc,
            ObjectMapper json,
            Clock clock) {
        this.shopify = shopify;
        this.mail = mail;
        this.hub = hub;
        this.server = server;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void show() {
        boolean wanted = shopify.sampleOrder() && !shopify.shops().isEmpty();
        if (wanted && noOrderYet()) {
            Thread thread = new Thread(this::postAndTell, "sample-order");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void postAndTell() {
        ShopifyProperties.Shop shop = shopify.shops().values().iterator().next();
        try {
            HttpResponse<Void> answer =
                    HttpClient.newHttpClient().send(request(shop), HttpResponse.BodyHandlers.discarding());
            if (answer.statusCode() != 200) {
                LOG.warn("The sample order was answered with HTTP {}", answer.statusCode());
                return;
            }
            tell(awaitDelivery());
        } catch (IOException e) {
            LOG.warn("The sample order could not be posted: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest request(ShopifyProperties.Shop shop) throws JsonProcessingException {
        byte[] body = json.writeValueAsBytes(order());
        String signature = Base64.getEncoder()
                .encodeToString(
                        ShopifySignature.sign(body, shop.webhookSecrets().get(0)));
        return HttpRequest.newBuilder(URI.create(
                        "http://localhost:" + server.getWebServer().getPort() + "/webhooks/shopify/" + TOPIC))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("X-Shopify-Topic", TOPIC)
                .header("X-Shopify-Shop-Domain", shop.domain())
                .header("X-Shopify-API-Version", shopify.apiVersion())
                .header("X-Shopify-Webhook-Id", UUID.randomUUID().toString())
                .header("X-Shopify-Hmac-Sha256", signature)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    private Map<String, Object> order() {
        String now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        Map<String, Object> price = Map.of(
                "shop_money",
                Map.of("amount", "4.50", "currency_code", "USD"),
                "presentment_money",
                Map.of("amount", "4.50", "currency_code", "USD"));
        Map<String, Object> line = Map.of(
                "id",
                1001001,
                "sku",
                "ESIM-GB-1GB-7D",
                "title",
                "United Kingdom 1 GB, 7 days",
                "quantity",
                1,
                "current_quantity",
                1,
                "price_set",
                price);
        return Map.ofEntries(
                Map.entry("id", 1001),
                Map.entry("name", "#1001"),
                Map.entry("email", "ada.traveller@example.com"),
                Map.entry("created_at", now),
                Map.entry("updated_at", now),
                Map.entry("processed_at", now),
                Map.entry("financial_status", "paid"),
                Map.entry("customer_locale", "en"),
                Map.entry("test", false),
                Map.entry("total_price_set", price),
                Map.entry("customer", Map.of("id", 1, "first_name", "Ada", "last_name", "Traveller")),
                Map.entry("line_items", List.of(line)));
    }

    private Optional<SampleResult> awaitDelivery() throws InterruptedException {
        long looks = PATIENCE.dividedBy(LOOK);
        Optional<SampleResult> result = Optional.empty();
        for (long look = 0;
                look < looks && result.filter(SampleResult::delivered).isEmpty();
                look++) {
            Thread.sleep(LOOK.toMillis());
            result = result();
        }
        return result;
    }

    private Optional<SampleResult> result() {
        return jdbc
                .query(
                        """
                        select o.number, o.state, d.message_id from retail.orders o
                        left join fulfillment.deliveries d on d.owner_order = o.id and d.owner_kind = 'retail'
                        where o.external_id = '1001'""",
                        (row, n) -> new SampleResult(row.getString(1), row.getString(2), row.getString(3)))
                .stream()
                .findFirst();
    }

    private void tell(Optional<SampleResult> result) {
        if (result.isEmpty()) {
            LOG.warn("The sample order was acknowledged, but it is not in the books yet");
            return;
        }
        String outbox = mail.outbox() == null || result.get().messageId() == null
                ? "none (hub.mail.outbox is not set)"
                : mail.outbox().toAbsolutePath().normalize() + "/"
                        + result.get().messageId() + ".eml";
        LOG.info(
                """


                A sample order came in by webhook and is {}. Look at:
                  the mail     {}
                  the order    {}/api/v1/ops/orders/{}   (login ops / ops)
                  the routes   {}/actuator/hawtio
                """,
                result.get().state(),
                outbox,
                hub.publicUrl(),
                result.get().number(),
                hub.publicUrl());
    }

    private boolean noOrderYet() {
        return !Boolean.TRUE.equals(jdbc.queryForObject("select exists (select from operations.inbox)", Boolean.class));
    }

    /** @param messageId null until the mail is written down */
    private record SampleResult(String number, String state, String messageId) {
        boolean delivered() {
            return "DELIVERED".equals(state);
        }
    }
}
