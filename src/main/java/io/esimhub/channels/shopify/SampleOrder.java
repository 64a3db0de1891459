package io.esimhub.channels.shopify;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.delivery.MailProperties;
import io.esimhub.operations.HubSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Shows a newcomer the whole way: on a database without orders somebody orders in the sandbox's shop, which tells the hub by its
 * webhook, and this says where to look. Local only.
 */
@Component
@Profile("local")
class SampleOrder {

    private static final Logger LOG = LoggerFactory.getLogger(SampleOrder.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LOOK = Duration.ofMillis(100);

    private static final String FOUND =
            """
            select o.number, o.state, d.message_id from retail.orders o
            left join fulfillment.deliveries d on d.owner_order = o.id and d.owner_kind = 'retail'
            where o.channel = 'shopify' and o.external_id = ?""";

    private final ShopifyProperties shopify;
    private final MailProperties mail;
    private final HubSettings hub;
    private final WebServerApplicationContext server;
    private final JdbcTemplate jdbc;
    private final ObjectMapper json;

    SampleOrder(
            ShopifyProperties shopify,
            MailProperties mail,
            HubSettings hub,
            WebServerApplicationContext server,
            JdbcTemplate jdbc,
            ObjectMapper json) {
        this.shopify = shopify;
        this.mail = mail;
        this.hub = hub;
        this.server = server;
        this.jdbc = jdbc;
        this.json = json;
    }

    @EventListener(ApplicationReadyEvent.class)
    void show() {
        if (shopify.sampleOrder() && noOrderYet()) {
            Thread thread = new Thread(this::orderAndTell, "sample-order");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void orderAndTell() {
        try {
            HttpResponse<byte[]> answer =
                    HttpClient.newHttpClient().send(request(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 201) {
                LOG.warn("The sandbox's shop answered with HTTP {}", answer.statusCode());
                return;
            }
            tell(awaitDelivery(json.readTree(answer.body()).path("orderId").asText()));
        } catch (IOException e) {
            LOG.warn("The sandbox's shop could not be reached: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest request() {
        int port = server.getWebServer().getPort();
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/sandbox/orders?channel=shopify"))
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
    }

    private Optional<SampleResult> awaitDelivery(String orderId) throws InterruptedException {
        long looks = PATIENCE.dividedBy(LOOK);
        Optional<SampleResult> result = Optional.empty();
        for (long look = 0;
                look < looks && result.filter(SampleResult::delivered).isEmpty();
                look++) {
            Thread.sleep(LOOK.toMillis());
            result = result(orderId);
        }
        return result;
    }

    private Optional<SampleResult> result(String orderId) {
        return jdbc
                .query(
                        FOUND,
                        (row, n) -> new SampleResult(row.getString(1), row.getString(2), row.getString(3)),
                        orderId)
                .stream()
                .findFirst();
    }

    private void tell(Optional<SampleResult> result) {
        if (result.isEmpty()) {
            LOG.warn("The sample order was placed, but it is not in the books yet");
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
                Order something yourself, at any channel:
                  curl -X POST '{}/sandbox/orders?channel=amazon'
                """,
                result.get().state(),
                outbox,
                hub.publicUrl(),
                result.get().number(),
                hub.publicUrl(),
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
