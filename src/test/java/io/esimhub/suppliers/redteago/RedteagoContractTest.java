package io.esimhub.suppliers.redteago;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.model.Money;
import io.esimhub.suppliers.Contracts;
import io.esimhub.suppliers.FindAnswer;
import io.esimhub.suppliers.SupplierAnswer;
import io.esimhub.suppliers.SupplierOrderRequest;
import io.esimhub.suppliers.SuppliersUnderTest;
import java.io.IOException;
import java.nio.file.Files;
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
