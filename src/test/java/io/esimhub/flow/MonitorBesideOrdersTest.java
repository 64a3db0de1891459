package io.esimhub.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class MonitorBesideOrdersTest extends RunningHub {

    private static final String OPS = "/api/v1/ops/competitors";

    @Test
    void twoHundredOrdersPassWhileTheMonitorHangsThrowsAndHasNoRoom() throws Exception {
        Waiting.until(() -> CALLS.get(OPS), monitor -> "UP"
                .equals(monitor.path("state").asText()));
        assertThat(visit("honest")).isEqualTo(202);
        Waiting.until(() -> last("honest"), result -> result.startsWith("OFFERS"));
        assertThat(visit("hanging")).isEqualTo(202);
        ExecutorService shops = Executors.newFixedThreadPool(8);
        List<ShopOrder> orders = new ArrayList<>();
        List<Future<Integer>> answers = new ArrayList<>();
        try {
            for (int i = 0; i < 200; i++) {
                ShopOrder order = ShopOrder.paid();
                orders.add(order);
                answers.add(shops.submit(() -> SHOP.post("orders/paid", order).status()));
            }
            for (int i = 0; i < 200; i++) {
                if (i % 25 == 0) {
                    List.of("throwing", "greedy", "endless").forEach(MonitorBesideOrdersTest::visit);
                    assertThat(ready()).isEqualTo(200);
                }
                assertThat(answers.get(i).get()).isEqualTo(200);
            }
        } finally {
            shops.shutdownNow();
        }
        String[] ids = orders.stream().map(ShopOrder::id).toArray(String[]::new);
        Waiting.until(() -> delivered(ids), delivered -> ready() == 200 && delivered == 200);

        Waiting.until(() -> last("endless"), result -> result.contains("full"));
        Waiting.until(() -> last("greedy"), result -> result.startsWith("FAILED: OutOfMemoryError"));
        Waiting.until(() -> last("throwing"), result -> result.startsWith("FAILED: StackOverflowError"));
        assertThat(competitor("hanging").path("underWaySince").isNull()).isFalse();
        assertThat(visit("hanging")).isEqualTo(409);
        assertThat(CALLS.get(OPS + "/honest/offers").path("offers")).hasSize(1);
    }

    @Test
    void theMonitorsQuestionsAreAnsweredWithProblemsThatNameWhatIsWrong() {
        for (String wrong : List.of(
                "/products?country=Japan",
                "/products?undercut=maybe",
                "/products?limit=-1",
                "/alerts?state=ajar",
                "/honest/runs?result=GOOD",
                "/honest/offers?after=x")) {
            Calls.Answer answer = CALLS.ops("GET", OPS + wrong, null);
            assertThat(answer.status()).as(wrong).isEqualTo(400);
            assertThat(answer.body().path("errors").path(0).path("remedy").asText())
                    .isNotEmpty();
        }
        assertThat(CALLS.ops("GET", OPS + "/nobody/offers", null).status()).isEqualTo(404);
        assertThat(CALLS.ops("GET", OPS + "/products/NO-SUCH-SKU", null).status())
                .isEqualTo(404);
        assertThat(CALLS.ops("GET", OPS + "/products/NO-SUCH-SKU/chart.svg", null)
                        .status())
                .isEqualTo(404);
        assertThat(CALLS.send("GET", OPS, null, Map.of()).status()).isEqualTo(401);
        assertThat(CALLS.get(OPS + "/products?undercut=true&country=jp").path("products"))
                .isEmpty();
        assertThat(CALLS.get(OPS + "/alerts").path("alerts")).isEmpty();
    }

    private long delivered(String... ids) {
        return jdbc.sql("select count(*) from retail.orders where state = 'DELIVERED' and external_id = any(?)")
                .param(ids)
                .query(Long.class)
                .single();
    }

    private static int visit(String competitor) {
        return CALLS.ops("POST", OPS + "/" + competitor + "/run", null).status();
    }

    private static int ready() {
        return CALLS.send("GET", "/actuator/health/readiness", null, Map.of()).status();
    }

    private static String last(String competitor) {
        return competitor(competitor).path("lastInThisProcess").asText();
    }

    private static JsonNode competitor(String name) {
        return Waiting.of(
                CALLS.get(OPS).path("competitors"),
                competitor -> name.equals(competitor.path("name").asText()));
    }
}
