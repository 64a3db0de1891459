package io.esimhub.suppliers.redteago;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.model.Money;
import io.esimhub.suppliers.CancelAnswer;
import io.esimhub.suppliers.Contracts;
import io.esimhub.suppliers.EsimReference;
import io.esimhub.suppliers.EsimStatus;
import io.esimhub.suppliers.FindAnswer;
import io.esimhub.suppliers.SupplierAnswer;
import io.esimhub.suppliers.SupplierOffer;
import io.esimhub.suppliers.SupplierOffers;
import io.esimhub.suppliers.SupplierOrderRequest;
import io.esimhub.suppliers.SuppliersUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Our requests against the vendor's published and recorded ones, and its answers through our routes. */
class RedteagoContractTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static SuppliersUnderTest suppliers;

    @BeforeAll
    static void start() {
        suppliers = new SuppliersUnderTest();
    }

    @AfterAll
    static void stop() {
        suppliers.close();
    }

    @Test
    void ourOrderHasTheFieldsOfThePublishedOne() throws IOException {
        SupplierOrderRequest request = new SupplierOrderRequest("key", "7aa948d363", 1, Money.of("1.50", "USD"));
        JsonNode published = JSON.readTree(
                Contracts.file("esim-access/docs-order-request.json").toFile());

        JsonNode ours = JSON.valueToTree(RedteagoOrder.of(request));

        assertThat(fields(ours)).isEqualTo(fields(published));
        assertThat(fields(ours.at("/packageInfoList/0"))).isEqualTo(fields(published.at("/packageInfoList/0")));
        assertThat(ours.path("amount").asLong())
                .isEqualTo(published.path("amount").asLong());
    }

    @Test
    void ourQueryHasTheFieldsOfARecordedOne() throws IOException {
        JsonNode recorded = JSON.readTree(
                Contracts.file("esim-access/live-esim-query-request.json").toFile());

        JsonNode ours = JSON.valueToTree(RedteagoQuery.order("B1"));

        assertThat(fields(ours)).isEqualTo(fields(recorded));
        assertThat(fields(ours.path("pager"))).isEqualTo(fields(recorded.path("pager")));
    }

    @Test
    void aRecordedOrderIsAccepted() throws IOException {
        String key = JSON.readTree(
                        Contracts.file("esim-access/live-order-request.json").toFile())
                .path("transactionId")
                .asText();
        answered("live-order-response.json");

        assertThat(suppliers.ask(
                        "place-redteago",
                        new SupplierOrderRequest(key, "P1X57VWMR", 1, Money.of("1.80", "USD")),
                        SupplierAnswer.class))
                .isInstanceOf(SupplierAnswer.Accepted.class);
    }

    /** The vendor's page shows an answer that is not JSON; a server that sent it would leave us none the wiser. */
    @Test
    void thePublishedAnswerThatIsNoJsonLeavesTheOrderUnknown() throws IOException {
        answered("docs-order-response.INVALID-JSON.txt");

        assertThat(suppliers.place("redteago", "GB_1_7", 1)).isInstanceOf(SupplierAnswer.Unknown.class);
    }

    @Test
    void aRecordedAllocationIsUnderstood() throws IOException {
        answered("live-esim-query-response.REDACTED.json");

        assertThat(suppliers.ask("find-redteago", "B1", FindAnswer.class)).isInstanceOf(FindAnswer.Allocated.class);
    }

    @Test
    void thePublishedAllocationWasCancelled() throws IOException {
        answered("docs-esim-query-response.json");

        assertThat(suppliers.ask("find-redteago", "B1", FindAnswer.class)).isInstanceOf(FindAnswer.NotFound.class);
    }

    @Test
    void ourCancelIsThePublishedOne() throws IOException {
        JsonNode published = JSON.readTree(
                Contracts.file("esim-access/docs-cancel-request.json").toFile());

        assertThat(JSON.<JsonNode>valueToTree(new RedteagoLives.Cancel("23120118156818")))
                .isEqualTo(published);
    }

    @Test
    void ourQuestionForPackagesHasTheFieldsOfThePublishedOne() throws IOException {
        JsonNode published = JSON.readTree(Contracts.file("esim-access/docs-package-list-topup-request.json")
                .toFile());

        assertThat(fields(JSON.valueToTree(RedteagoAccount.PackageQuery.ALL))).isEqualTo(fields(published));
    }

    @Test
    void aRecordedPackageIsOffered() throws IOException {
        answered("live-package-list-response.first-item.json");

        assertThat(offers()).singleElement().satisfies(offer -> {
            assertThat(offer.supplierSku()).isEqualTo("ES_3_30");
            assertThat(offer.otherNames()).containsExactly("CKH002");
            assertThat(offer.cost()).isEqualTo(Money.of("1.80", "USD"));
            assertThat(offer.data().orElseThrow().bytes()).isEqualTo(3L << 30);
            assertThat(offer.countries()).containsExactly("ES");
        });
    }

    @Test
    void thePublishedPackageIsOffered() throws IOException {
        answered("docs-package-list-response.json");

        assertThat(offers()).singleElement().satisfies(offer -> {
            assertThat(offer.supplierSku()).isEqualTo("CKH139");
            assertThat(offer.cost()).isEqualTo(Money.of("11.25", "USD"));
        });
    }

    @Test
    void publishedAndRecordedBalancesAreUnderstood() throws IOException {
        answered("docs-balance-response.json");
        assertThat(suppliers.ask("balance-redteago", null, Money.class)).isEqualTo(Money.of("94", "USD"));

        answered("live-balance-response-after-order.json");
        assertThat(suppliers.ask("balance-redteago", null, Money.class)).isEqualTo(Money.of("49.14", "USD"));
    }

    @Test
    void thePublishedEmptySuccessMeansCancelled() throws IOException {
        answered("docs-empty-success-response.json");

        assertThat(suppliers.ask("cancel-redteago", esim("1"), CancelAnswer.class))
                .isInstanceOf(CancelAnswer.Cancelled.class);
    }

    @Test
    void theStatusOfTheRecordedEsimIsNewAndOfThePublishedOneCancelled() throws IOException {
        answered("live-esim-query-response.REDACTED.json");
        EsimStatus recorded = suppliers.ask("status-redteago", esim("26033119290005"), EsimStatus.class);
        answered("docs-esim-query-response.json");
        EsimStatus published = suppliers.ask("status-redteago", esim("23120118156818"), EsimStatus.class);

        assertThat(recorded.stage()).isEqualTo(EsimStatus.Stage.NEW);
        assertThat(recorded.totalBytes()).contains(1L << 30);
        assertThat(recorded.expiresAt()).contains(Instant.parse("2026-09-27T19:29:36Z"));
        assertThat(published.stage()).isEqualTo(EsimStatus.Stage.CANCELLED);
    }

    private static List<SupplierOffer> offers() {
        return suppliers.ask("catalog-redteago", null, SupplierOffers.class).offers();
    }

    private static EsimReference esim(String id) {
        return new EsimReference("B1", "ES_3_30", id, Optional.empty());
    }

    private static void answered(String name) throws IOException {
        String answer = Files.readString(Contracts.file("esim-access/" + name));
        suppliers.server().stubFor(any(anyUrl()).willReturn(okJson(answer)));
    }

    private static Set<String> fields(JsonNode node) {
        Set<String> fields = new TreeSet<>();
        node.fieldNames().forEachRemaining(fields::add);
        return fields;
    }
}
