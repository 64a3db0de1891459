package io.esimhub.suppliers.airalo;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.esimhub.model.Money;
import io.esimhub.suppliers.Contracts;
import io.esimhub.suppliers.EsimReference;
import io.esimhub.suppliers.EsimStatus;
import io.esimhub.suppliers.FindAnswer;
import io.esimhub.suppliers.OrderWindow;
import io.esimhub.suppliers.SupplierAnswer;
import io.esimhub.suppliers.SupplierAnswer.Refusal;
import io.esimhub.suppliers.SupplierListing;
import io.esimhub.suppliers.SupplierOffers;
import io.esimhub.suppliers.SupplierOrderRequest;
import io.esimhub.suppliers.SuppliersUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our requests against Airalo's published document, and its own examples through our routes. */
class AiraloContractTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final EsimReference ESIM =
            new EsimReference("1", "any", "709001", Optional.of("8900000000000000001"));

    private static SuppliersUnderTest suppliers;

    @BeforeAll
    static void start() {
        suppliers = new SuppliersUnderTest();
    }

    @AfterAll
    static void stop() {
        suppliers.close();
    }

    @BeforeEach
    void forget() {
        suppliers.forget();
    }

    /** The schema calls every field required, and says of each in words which ones are not. */
    @ParameterizedTest
    @ValueSource(strings = {"/v2/token", "/v2/orders", "/v2/orders-async"})
    void ourFormHasEveryFieldThatIsRequiredAndNoneThatIsUnknown(String path) throws IOException {
        JsonNode published = operation(path, "post").at("/requestBody/content/multipart~1form-data/schema/properties");
        Set<String> known = new TreeSet<>();
        Set<String> required = new TreeSet<>();
        published.fields().forEachRemaining(field -> {
            known.add(field.getKey());
            if (field.getValue().path("description").asText().startsWith("Required.")) {
                required.add(field.getKey());
            }
        });

        Map<String, String> ours = forms().get(path).fields();

        assertThat(known).containsAll(ours.keySet());
        assertThat(ours.keySet()).containsAll(required).doesNotContain("to_email", "sharing_option[]");
        assertThat(required).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/v2/orders, list-airalo",
        "/v2/packages, catalog-airalo",
        "/v2/orders/{order_id}, find-airalo",
        "/v2/balance, balance-airalo",
        "/v2/sims/{sim_iccid}/usage, status-airalo"
    })
    void ourQuestionsAskForPublishedParametersOnly(String path, String route) throws IOException {
        Set<String> known = new TreeSet<>();
        operation(path, "get")
                .path("parameters")
                .forEach(one -> known.add(one.path("name").asText()));
        suppliers.server().stubFor(any(anyUrl()).willReturn(aResponse().withStatus(500)));

        for (Object question : questions(route)) {
            suppliers.headersAfter(route, question);
        }

        assertThat(suppliers.arrivals()).isNotEmpty().allSatisfy(request -> {
            assertThat(request.getUrl())
                    .matches("/airalo" + path.substring(3).replaceAll("\\{[a-z_]+}", "[0-9]+") + "(\\?.*)?");
            assertThat(known).containsAll(request.getQueryParams().keySet());
        });
    }

    @Test
    void ourFixtureIsAPublishedOrder() throws IOException {
        JsonNode schema =
                operation("/v2/orders", "post").at("/responses/200/content/application~1json/schema/properties/data");

        Set<ValidationMessage> violations = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                .getSchema(schema)
                .validate(JSON.readTree(AiraloPapers.placed("k", 1, 1)).path("data"));

        // numbers and texts stand for each other in the vendor's own examples; what we read must be there
        assertThat(violations.stream().map(ValidationMessage::getMessage).filter(text -> text.contains("required")))
                .noneMatch(text ->
                        text.matches(".*'(id|package_id|quantity|created_at|sims|iccid|lpa|matching_id|qrcode)'.*"));
    }

    @ParameterizedTest
    @CsvSource({
        "post-v2-orders--200--submit-order-200.json, 9666, 891000000000009125",
        "post-v2-orders--200--success.json, 583747, 8944465400003573253",
        "post-v2-orders--x-200-submit-order-200-with-email-share.json, 9666, 891000000000009125",
        "post-v2-orders--x-200-submit-order-with-voice-data-package-200.json, 583747, 8944465400003573253"
    })
    void thePublishedOrdersAreUnderstood(String name, String id, String iccid) throws IOException {
        published(200, name);

        assertThat(order()).isInstanceOfSatisfying(SupplierAnswer.Completed.class, completed -> {
            assertThat(completed.supplierOrder()).isEqualTo(id);
            assertThat(completed.esims()).singleElement().satisfies(esim -> assertThat(esim.iccid())
                    .contains(iccid));
        });
    }

    @Test
    void thePublishedAsynchronousOrderIsAccepted() throws IOException {
        published(202, "post-v2-orders-async--202.json");

        assertThat(order()).isEqualTo(new SupplierAnswer.Accepted("3NhR3gKmqCWK7IWppurpDX3Cg"));
    }

    @ParameterizedTest
    @CsvSource({
        "post-v2-orders--422.json, UNKNOWN_BUNDLE",
        "post-v2-orders--x-422-submit-order-422-sim-quantity-is-not-available.json, OUT_OF_STOCK",
        "post-v2-orders--x-422-submit-order-422-brand-doesn-t-exist.json, INVALID",
        "post-v2-orders-async--422.json, UNKNOWN_BUNDLE",
        "post-v2-orders-async--x-422-submit-order-async-422-sim-quantity-is-not-available.json, OUT_OF_STOCK",
        "post-v2-orders-async--x-422-submit-order-async-422-not-opted-in-and-no-webhook-url-provided.json, INVALID"
    })
    void thePublishedRefusalsAreUnderstood(String name, Refusal refusal) throws IOException {
        published(422, name);

        assertThat(order())
                .isInstanceOfSatisfying(SupplierAnswer.Rejected.class, rejected -> assertThat(rejected.refusal())
                        .isEqualTo(refusal));
    }

    @Test
    void thePublishedOrderByNumberIsAllocated() throws IOException {
        published(200, "get-v2-orders-order-id--200.json");

        assertThat(suppliers.ask("find-airalo", "9565", FindAnswer.class)).isInstanceOf(FindAnswer.Allocated.class);
    }

    /** One page of eighteen: all of it is read, and found to be too little. */
    @Test
    void thePublishedListOfOrdersIsUnderstood() throws IOException {
        JsonNode page = JSON.readTree(Files.readString(Contracts.file("airalo/get-v2-orders--200.json"))
                .replace("\"total\": 87", "\"total\": 5")
                .replace("\"last_page\": 18", "\"last_page\": 1"));
        suppliers.server().stubFor(any(anyUrl()).willReturn(okJson(page.toString())));
        OrderWindow year =
                new OrderWindow(Instant.parse("2023-01-01T00:00:00Z"), Instant.parse("2023-12-31T00:00:00Z"));

        SupplierListing listing = suppliers.ask("list-airalo", year, SupplierListing.class);

        assertThat(listing.orders()).hasSize(page.path("data").size());
        assertThat(listing.orders().get(0).reference()).isEqualTo("9666");
        assertThat(listing.orders().get(0).esims()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "get-v2-packages--200.json",
                "get-v2-packages--x-200-list-local-packages-for-specific-country-200.json",
                "get-v2-packages--x-200-list-packages-with-pagination-200.json",
                "get-v2-packages--x-200-list-packages-with-pagination-page-2-200.json",
                "get-v2-packages--x-200-list-packages-with-topup-200.json"
            })
    void thePublishedPackagesAreOffers(String name) throws IOException {
        JsonNode page = JSON.readTree(Contracts.file("airalo/" + name).toFile());
        AiraloOffers offers = new AiraloOffers(new AiraloWords(JSON, new io.esimhub.operations.http.VendorText()));
        ((com.fasterxml.jackson.databind.node.ObjectNode) page).remove("meta");
        offers.add(page);

        SupplierOffers all = offers.all();

        assertThat(all.offers()).isNotEmpty().allSatisfy(offer -> {
            assertThat(offer.cost().amount()).isPositive();
            assertThat(offer.countries()).isNotEmpty();
            assertThat(offer.validityDays()).isPresent();
        });
    }

    @Test
    void thePublishedBalanceIsUnderstood() throws IOException {
        published(200, "get-v2-balance--200.json");

        assertThat(suppliers.ask("balance-airalo", null, Money.class)).isEqualTo(Money.of("0", "USD"));
    }

    @Test
    void thePublishedUsagesAreUnderstood() throws IOException {
        String usage = Files.readString(Contracts.file("airalo/get-v2-sims-sim-iccid-usage--200.jsonc.txt"))
                .replaceAll("//[^\\n]*", "");
        suppliers.server().stubFor(any(anyUrl()).willReturn(okJson(usage)));
        assertThat(suppliers.ask("status-airalo", ESIM, EsimStatus.class).stage())
                .isEqualTo(EsimStatus.Stage.ACTIVE);

        published(200, "get-v2-sims-sim-iccid-usage--x-200-get-usage-recycled-sim-200.json");
        assertThat(suppliers.ask("status-airalo", ESIM, EsimStatus.class).stage())
                .isEqualTo(EsimStatus.Stage.EXPIRED);
    }

    private static Map<String, AiraloForm> forms() {
        SupplierOrderRequest request = SuppliersUnderTest.order("any", 1);
        return Map.of(
                "/v2/token", new AiraloForm(Map.of("client_id", "", "client_secret", "", "grant_type", "")),
                "/v2/orders", AiraloForm.order(request),
                "/v2/orders-async", AiraloForm.order(request).toldAt("https://hub.example.com"));
    }

    private static Object[] questions(String route) {
        OrderWindow window = new OrderWindow(Instant.EPOCH, Instant.EPOCH);
        return switch (route) {
            case "list-airalo" ->
                new Object[] {window, new OrderWindow(Instant.EPOCH, Instant.EPOCH, Optional.of("key"))};
            case "find-airalo" -> new Object[] {"9565"};
            case "status-airalo" -> new Object[] {ESIM};
            default -> new Object[] {"anything"};
        };
    }

    private static SupplierAnswer order() {
        return suppliers.ask(
                "place-airalo",
                new SupplierOrderRequest(
                        "Example description to identify the order", "any", 1, Money.of("1.80", "USD")),
                SupplierAnswer.class);
    }

    private static JsonNode operation(String path, String method) throws IOException {
        return JSON.readTree(Contracts.file("airalo.openapi.json").toFile())
                .path("paths")
                .path(path)
                .path(method);
    }

    private static void published(int status, String name) throws IOException {
        String example = Files.readString(Contracts.file("airalo/" + name));
        suppliers.server().stubFor(any(anyUrl()).willReturn(okJson(example).withStatus(status)));
    }
}
