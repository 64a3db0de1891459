package io.esimhub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SandboxExtension.class)
class RedteagoCopyTest {

    private final RunningSandbox sandbox;
    private final RedteagoBuyer buyer;
    private final String transaction = UUID.randomUUID().toString();

    RedteagoCopyTest(RunningSandbox sandbox) {
        this.sandbox = sandbox;
        this.buyer = new RedteagoBuyer(sandbox);
    }

    @Test
    void esims_come_some_time_after_the_order() throws IOException {
        JsonNode order = buyer.order(transaction, "ZZ_1_7", 2);
        assertThat(order.path("success").asBoolean()).isTrue();
        assertThat(order.path("obj").path("transactionId").asText()).isEqualTo(transaction);
        String orderNo = order.path("obj").path("orderNo").asText();

        JsonNode early = buyer.query("'orderNo':'" + orderNo + "'");
        assertThat(early.path("errorCode").asText()).isEqualTo("200010");
        assertThat(early.path("errorMsg").asText())
                .startsWith("the batchOrder has been getting resource, total:[2], success:[");

        JsonNode esims = allocated(orderNo).path("esimList");
        assertThat(esims).hasSize(2);
        JsonNode esim = esims.path(0);
        assertThat(esim.path("ac").asText()).matches("LPA:1\\$[a-z.-]+\\$[0-9A-F]{32}");
        assertThat(esim.path("smdpStatus").asText()).isEqualTo("RELEASED");
        assertThat(esim.path("esimStatus").asText()).isEqualTo("GOT_RESOURCE");
        assertThat(esim.path("transactionId").asText()).isEqualTo(transaction);
        assertThat(esim.path("packageList").path(0).path("volume").asLong()).isEqualTo(1_073_741_824L);
        assertThat(esim.path("packageList").path(0).path("createTime").asText()).endsWith("+0000");
    }

    @Test
    void an_esim_is_found_by_its_number_and_by_its_iccid() throws IOException {
        JsonNode esim = allocated(orderNoOf(buyer.order(transaction, "ZZ_1_7", 1)))
                .path("esimList")
                .path(0);

        JsonNode byNumber =
                buyer.query("'esimTranNo':'" + esim.required("esimTranNo").asText() + "'");
        JsonNode byIccid = buyer.query("'iccid':'" + esim.required("iccid").asText() + "'");

        assertThat(byNumber.path("obj").path("esimList").path(0)).isEqualTo(esim);
        assertThat(byIccid.path("obj").path("esimList").path(0)).isEqualTo(esim);
    }

    @Test
    void the_same_transaction_sent_again_is_the_same_order_and_buys_nothing() throws IOException {
        String first = orderNoOf(buyer.order(transaction, "ZZ_1_7", 1));
        String again = orderNoOf(buyer.order(transaction, "ZZ_1_7", 1));

        assertThat(again).isEqualTo(first).startsWith("B");
        assertThat(sandbox.json("/sandbox/ledger?supplier=redteago").findValuesAsText("key"))
                .containsOnlyOnce(transaction);
    }

    @Test
    void a_window_of_time_shows_what_is_allocated() throws IOException {
        Instant suppliersNow = Instant.now().plusSeconds(90);
        String orderNo = orderNoOf(buyer.order(transaction, "ZZ_1_7", 1));
        String window =
                "'startTime':'%s','endTime':'%s'".formatted(suppliersNow.minusSeconds(5), suppliersNow.plusSeconds(60));

        JsonNode early = buyer.query(window);
        assertThat(early.path("success").asBoolean()).isTrue();
        assertThat(early.path("obj").findValuesAsText("orderNo")).doesNotContain(orderNo);
        allocated(orderNo);
        assertThat(buyer.query(window).path("obj").findValuesAsText("orderNo")).contains(orderNo);
    }

    @Test
    void a_query_without_a_page_is_refused() throws IOException {
        assertThat(buyer.call("/esim/query", "{'orderNo':'B1'}")
                        .path("errorCode")
                        .asText())
                .isEqualTo("000105");
    }

    @Test
    void an_order_that_nobody_placed_is_unknown() throws IOException {
        assertThat(buyer.query("'orderNo':'B0'").path("errorCode").asText()).isEqualTo("310272");
    }

    @Test
    void another_price_than_the_buyer_reckons_with_is_refused() throws IOException {
        String order = "{'transactionId':'%s','packageInfoList':[{'slug':'ZZ_1_7','count':2,'price':%d}],'amount':%d}";

        assertThat(errorOf(order.formatted(transaction, 14_999, 30_000))).isEqualTo("200005");
        assertThat(errorOf(order.formatted(transaction, 15_000, 15_000))).isEqualTo("200006");
        assertThat(errorOf(order.formatted(transaction, 15_000, 30_000))).isEqualTo("0");
    }

    @Test
    void an_unknown_package_is_refused() throws IOException {
        assertThat(buyer.order(transaction, "unknown_1", 1).path("errorCode").asText())
                .isEqualTo("310241");
    }

    @Test
    void a_cancelled_esim_is_paid_back_once() throws IOException {
        String orderNo = orderNoOf(buyer.order(transaction, "ZZ_1_7", 1));
        String esim = allocated(orderNo).findValue("esimTranNo").asText();
        long before = balance();

        assertThat(cancel(esim).path("success").asBoolean()).isTrue();
        assertThat(cancel(esim).path("errorCode").asText()).isEqualTo("200002");
        assertThat(balance()).isEqualTo(before + 15_000);
        assertThat(buyer.query("'orderNo':'" + orderNo + "'")
                        .findValue("esimStatus")
                        .asText())
                .isEqualTo("CANCEL");
    }

    @Test
    void packages_are_listed_with_prices_in_ten_thousandths() throws IOException {
        sandbox.post("/sandbox/prices", "{\"supplier\":\"redteago\",\"bundle\":\"ES_3_30\",\"price\":\"1.8\"}");

        JsonNode list =
                buyer.call("/package/list", "{'slug':'ES_3_30'}").path("obj").path("packageList");
        assertThat(list).hasSize(1);
        assertThat(list.path(0).path("price").asLong()).isEqualTo(18_000);
        assertThat(list.path(0).path("duration").asInt()).isEqualTo(30);
    }

    @Test
    void a_wrong_signature_is_refused() throws IOException {
        assertThat(buyer.call("/balance/query", "{}", "another secret")
                        .path("errorCode")
                        .asText())
                .isEqualTo("101003");
    }

    @Test
    void the_access_code_alone_is_let_in_if_it_is_the_right_one() throws IOException {
        String path = RedteagoBuyer.BASE + "/balance/query";

        assertThat(RunningSandbox.read(sandbox.post(path, "", "RT-AccessCode", "sandbox"))
                        .path("success")
                        .asBoolean())
                .isTrue();
        assertThat(RunningSandbox.read(sandbox.post(path, "", "RT-AccessCode", "nobody"))
                        .path("errorCode")
                        .asText())
                .isEqualTo("101003");
    }

    private String errorOf(String order) throws IOException {
        return buyer.call("/esim/order", order).path("errorCode").asText();
    }

    private JsonNode cancel(String esim) throws IOException {
        return buyer.call("/esim/cancel", "{'esimTranNo':'" + esim + "'}");
    }

    private long balance() throws IOException {
        return buyer.call("/balance/query", "{}").path("obj").path("balance").asLong();
    }

    private JsonNode allocated(String orderNo) {
        return await().atMost(Duration.ofSeconds(10))
                .until(() -> buyer.query("'orderNo':'" + orderNo + "'"), answer -> answer.path("success")
                        .asBoolean())
                .path("obj");
    }

    private static String orderNoOf(JsonNode answer) {
        return answer.path("obj").path("orderNo").asText();
    }
}
