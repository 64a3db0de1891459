package io.esimhub.suppliers.esimgo;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.esimhub.suppliers.Contracts;
import io.esimhub.suppliers.FindAnswer;
import io.esimhub.suppliers.HttpAnswer;
import io.esimhub.suppliers.SupplierAnswer;
import io.esimhub.suppliers.SuppliersUnderTest;
import io.esimhub.suppliers.VendorText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Our requests and fixtures against eSIM Go's OpenAPI document, and its own examples through our routes. */
class EsimGoContractTest {

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
    void ourOrderIsAnOrderRequest() throws IOException {
        byte[] order = JSON.writeValueAsBytes(EsimGoOrderRequest.of(SuppliersUnderTest.order("esim_1GB_7D_GB_V2", 2)));

        assertThat(violations("OrderRequest", JSON.readTree(order))).isEmpty();
        assertThat(JSON.readTree(order).fieldNames()).toIterable().containsExactly("type", "assign", "order");
    }

    @Test
    void theSchemaRefusesWhatIsNoOrderRequest() throws IOException {
        assertThat(violations("OrderRequest", JSON.readTree("{\"type\":\"gift\",\"assign\":\"yes\"}")))
                .hasSize(2);
    }

    @Test
    void ourFixtureIsAnOrderResponse() throws IOException {
        assertThat(violations("OrderResponseTransaction", JSON.readTree(EsimGoPapers.order(2, 2))))
                .isEmpty();
    }

    @Test
    void thePublishedOrderIsUnderstood() throws IOException {
        published("post-orders--200-transactionresponse.json");

        assertThat(suppliers.place("esim-go", "esim_data_plan_2", 1))
                .isInstanceOfSatisfying(
                        SupplierAnswer.Completed.class,
                        completed -> assertThat(completed.supplierOrder()).isEqualTo("order-ref-002"));
    }

    @Test
    void thePublishedDryRunBuysNothingAndProvesNothing() throws IOException {
        published("post-orders--200-validateresponse.json");

        assertThat(suppliers.place("esim-go", "esim_1GB_7D_AX_V2", 1)).isInstanceOf(SupplierAnswer.Unknown.class);
    }

    @Test
    void thePublishedOrderByReferenceIsAllocated() throws IOException {
        published("get-orders-orderreference--200.json");

        assertThat(suppliers.ask("find-esim-go", "any", FindAnswer.class)).isInstanceOf(FindAnswer.Allocated.class);
    }

    @Test
    void thePublishedAssignmentIsUnderstood() throws IOException {
        String assignment = Files.readString(Contracts.file("esim-go/get-esims-assignments--200.json"));
        var answer = new EsimGoAnswers(JSON, new VendorText())
                .assigned(
                        new HttpAnswer(
                                200,
                                "application/json",
                                assignment.getBytes(StandardCharsets.UTF_8),
                                Optional.empty(),
                                Optional.empty()),
                        new FindAnswer.Allocating(0, 1));

        assertThat(answer).isInstanceOf(FindAnswer.Allocated.class);
    }

    private static void published(String name) throws IOException {
        String example = Files.readString(Contracts.file("esim-go/" + name));
        suppliers.server().stubFor(any(anyUrl()).willReturn(okJson(example)));
    }

    /** The document has bytes that are no UTF-8, in its prose. */
    private static Set<ValidationMessage> violations(String schema, JsonNode document) throws IOException {
        String text = Files.readString(Contracts.file("esim_go_schema_v2_4.yaml"), StandardCharsets.ISO_8859_1);
        ObjectNode openApi = (ObjectNode) new YAMLMapper().readTree(text);
        openApi.put("$ref", "#/components/schemas/" + schema);
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                .getSchema(openApi)
                .validate(document);
    }
}
