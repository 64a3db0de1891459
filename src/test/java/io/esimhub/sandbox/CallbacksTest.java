package io.esimhub.sandbox;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the copies of the suppliers tell a buyer who has an address. */
class CallbacksTest {

    private static final WireMockServer BUYER = new WireMockServer(options().dynamicPort());

    @TempDir
    private static Path folder;

    private static RunningSandbox sandbox;

    @BeforeAll
    static void start() {
        BUYER.start();
        sandbox = new RunningSandbox(
                folder, "callback-base=" + BUYER.baseUrl() + "/callbacks", "redteago.allocation-delay=300ms");
    }

    @AfterAll
    static void stop() {
        sandbox.close();
        BUYER.stop();
    }

    @BeforeEach
    void listen() {
        BUYER.resetAll();
        BUYER.stubFor(post(anyUrl()).willReturn(ok()));
    }

    @Test
    void esimGoTellsUsageAndSigns() throws Exception {
        String iccid = RunningSandbox.read(new EsimGoBuyer(sandbox).buy("esim_1GB_7D_GB_V2", 1))
                .findValue("iccid")
                .asText();

        live("esim-go", iccid, "INSTALLED", 0);
        live("esim-go", iccid, "ACTIVE", 0);
        live("esim-go", iccid, "ACTIVE", 500_000_000);

        List<LoggedRequest> callbacks = heard("/callbacks/esim-go", 3);
        assertThat(callbacks)
                .extracting(request -> json(request).path("alertType").asText())
                .containsExactlyInAnyOrder("FirstAttachment", "FirstUse", "Utilisation");
        for (LoggedRequest callback : callbacks) {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec("sandbox-key".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            assertThat(callback.getHeader("X-Signature-SHA256"))
                    .isEqualTo(Base64.getEncoder().encodeToString(mac.doFinal(callback.getBody())));
        }
    }

    @Test
    void redteagoTellsThatAnOrderIsAllocatedOnceAndWhatAnEsimDoes() throws Exception {
        RedteagoBuyer buyer = new RedteagoBuyer(sandbox);
        String orderNo = buyer.order("t-1", "ZZ_1_7", 1).findValue("orderNo").asText();
        buyer.order("t-1", "ZZ_1_7", 1);

        assertThat(heard("/callbacks/redteago", 1)).singleElement().satisfies(request -> {
            assertThat(json(request).path("notifyType").asText()).isEqualTo("ORDER_STATUS");
            assertThat(json(request).path("content").path("orderNo").asText()).isEqualTo(orderNo);
            assertThat(json(request).path("content").path("transactionId").asText())
                    .isEqualTo("t-1");
        });
        String esim = buyer.query("'orderNo':'" + orderNo + "'")
                .findValue("esimTranNo")
                .asText();

        live("redteago", esim, "INSTALLED", 0);
        live("redteago", esim, "ACTIVE", 5);

        assertThat(heard("/callbacks/redteago", 3))
                .extracting(request -> json(request).path("notifyType").asText())
                .containsExactlyInAnyOrder("ORDER_STATUS", "ESIM_STATUS", "DATA_USAGE");
    }

    @Test
    void anAddressIsTriedBeforeItIsSaved() throws IOException {
        RedteagoBuyer buyer = new RedteagoBuyer(sandbox);
        BUYER.stubFor(post("/broken").willReturn(serverError()));

        assertThat(save(buyer, "/broken").path("success").asBoolean()).isFalse();
        assertThat(buyer.call("/webhook/save", "{'webhook':'nowhere'}")
                        .path("success")
                        .asBoolean())
                .isFalse();
        assertThat(buyer.call("/webhook/query", "{}")
                        .path("obj")
                        .path("webhook")
                        .asText())
                .isEmpty();
        assertThat(json(heard("/broken", 1).get(0)).path("notifyType").asText()).isEqualTo("CHECK_HEALTH");
    }

    private static JsonNode save(RedteagoBuyer buyer, String path) throws IOException {
        return buyer.call("/webhook/save", "{'webhook':'" + BUYER.baseUrl() + path + "'}");
    }

    private static void live(String supplier, String esim, String stage, long used) throws IOException {
        sandbox.post(
                "/sandbox/esims",
                "{\"supplier\":\"%s\",\"esim\":\"%s\",\"stage\":\"%s\",\"usedBytes\":%d}"
                        .formatted(supplier, esim, stage, used));
    }

    private static List<LoggedRequest> heard(String path, int count) {
        return await().atMost(Duration.ofSeconds(10))
                .until(() -> BUYER.findAll(postRequestedFor(urlPathEqualTo(path))), found -> found.size() >= count);
    }

    private static JsonNode json(LoggedRequest request) {
        try {
            return new ObjectMapper().readTree(request.getBody());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
