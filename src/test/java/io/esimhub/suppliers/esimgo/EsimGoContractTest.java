package io.esimhub.suppliers.esimgo;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.esimhub.model.Money;
import io.esimhub.operations.http.HttpAnswer;
import io.esimhub.operations.http.VendorText;
import io.esimhub.suppliers.CancelAnswer;
import io.esimhub.suppliers.Contracts;
import io.esimhub.suppliers.EsimReference;
import io.esimhub.suppliers.EsimStatus;
import io.esimhub.suppliers.FindAnswer;
import io.esimhub.suppliers.SupplierAnswer;
import io.esimhub.suppliers.SuppliersUnderTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Our requests and fixtures against eSIM Go's OpenAPI document, and its own examples through our routes. */
class EsimGoContractTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final EsimReference ESIM =
            new EsimReference("order", "esim_1GB_7D_GB_V2", "8944500000000000001", Optional.empty());
    private static SuppliersUnderTest suppliers;

    @BeforeAll
    static void start() {
        suppliers = new SuppliersUnderTest();
    }

    @BeforeEach
    void forget() {
        suppliers.forget();
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

    /** The sibling endpoint's example: the price is in the inventory, not back on the balance we buy from. */
    @Test
    void thePublishedRevokeToTheInventoryIsForAPerson() throws IOException {
        published("delete-esims-iccid-bundles-name-assignments-assignmentid--200.json");

        assertThat(suppliers.ask("cancel-esim-go", ESIM, CancelAnswer.class))
                .isInstanceOfSatisfying(CancelAnswer.Unknown.class, unknown -> assertThat(unknown.cause())
                        .contains("refunded to inventory"));
    }

    @Test
    void thePublishedBundlesOfAnEsimAreUnderstood() throws IOException {
        published("get-esims-iccid-bundles--200.json");
        suppliers
                .server()
                .stubFor(get(urlPathEqualTo("/v2.4/esims/8944500000000000001"))
                        .willReturn(okJson(exampleOf("eSIMDetailsResponse").toString())));

        EsimStatus status = suppliers.ask("status-esim-go", ESIM, EsimStatus.class);

        assertThat(status.stage()).isEqualTo(EsimStatus.Stage.INSTALLED);
        assertThat(status.installedAt()).contains(Instant.ofEpochMilli(1723541877280L));
        assertThat(status.usedBytes()).contains(0L);
        assertThat(status.totalBytes()).contains(1_000_000_000L);
    }

    @Test
    void theOrganisationOfTheSchemaTellsABalance() throws IOException {
        suppliers
                .server()
                .stubFor(any(anyUrl())
                        .willReturn(okJson(exampleOf("OrganisationResponse").toString())));

        assertThat(suppliers.ask("balance-esim-go", null, Money.class)).isEqualTo(Money.of("10000", "USD"));
    }

    /** What the schema says a bundle has, is what our tests of the catalogue are written with. */
    @Test
    void theFieldsWeReadAreTheSchemas() throws IOException {
        JsonNode bundle = schemas().at("/CatalogueResponse/items/properties");
        JsonNode assignment = schemas().at("/Assignment/properties");
        JsonNode delete =
                openApi().path("paths").path("/esims/{iccid}/bundles/{name}").path("delete");

        assertThat(bundle.fieldNames())
                .toIterable()
                .contains(
                        "name",
                        "description",
                        "price",
                        "countries",
                        "roamingEnabled",
                        "dataAmount",
                        "duration",
                        "unlimited");
        assertThat(assignment.fieldNames())
                .toIterable()
                .contains("initialQuantity", "remainingQuantity", "bundleState", "unlimited");
        assertThat(delete.path("parameters").findValuesAsText("name")).contains("type", "refundToBalance");
        assertThat(openApi().at("/paths/~1catalogue/get/parameters").findValuesAsText("name"))
                .contains("page", "perPage");
    }

    private static void published(String name) throws IOException {
        String example = Files.readString(Contracts.file("esim-go/" + name));
        suppliers.server().stubFor(any(anyUrl()).willReturn(okJson(example)));
    }

    /** Every property with the example that the schema gives for it. */
    private static JsonNode exampleOf(String schema) throws IOException {
        ObjectNode example = JSON.createObjectNode();
        schemas().path(schema).path("properties").properties().stream()
                .filter(property -> property.getValue().has("example"))
                .forEach(property ->
                        example.set(property.getKey(), property.getValue().path("example")));
        return example;
    }

    private static JsonNode schemas() throws IOException {
        return openApi().path("components").path("schemas");
    }

    /** The document has bytes that are no UTF-8, in its prose. */
    private static ObjectNode openApi() throws IOException {
        String text = Files.readString(Contracts.file("esim_go_schema_v2_4.yaml"), StandardCharsets.ISO_8859_1);
        return (ObjectNode) new YAMLMapper().readTree(text);
    }

    private static Set<ValidationMessage> violations(String schema, JsonNode document) throws IOException {
        ObjectNode openApi = openApi();
        openApi.put("$ref", "#/components/schemas/" + schema);
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                .getSchema(openApi)
                .validate(document);
    }
}
