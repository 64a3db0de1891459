package io.esimhub.channels.amazon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.esimhub.channels.ApiRefused;
import io.esimhub.channels.UnreadableEvent;
import io.esimhub.orders.OrderIdentity;
import io.esimhub.orders.OrderSnapshot;
import io.esimhub.orders.Parcel;
import io.esimhub.orders.Payment;
import io.esimhub.orders.SentLine;
import io.esimhub.orders.SentNotice;
import io.esimhub.suppliers.Contracts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our requests against Amazon's published models, and our readers on Amazon's published answers. */
class AmazonContractTest {

    private static final String ORDER = "902-1845936-5435065";

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void thePublishedNotificationIsRead() throws IOException {
        OrderChange change = OrderChange.read(sample("ORDER_CHANGE_example_from_schema.json"));

        assertThat(change.type()).isEqualTo("ORDER_CHANGE");
        assertThat(change.orderId()).isEqualTo("903-8868176-2219830");
        assertThat(change.status()).isEqualTo("Unshipped");
        assertThat(change.marketplaceId()).contains("ATVPDKIKX0DER");
    }

    @Test
    void itIsFoundInWhateverItWasWrappedIn() throws IOException {
        String plain = json.writeValueAsString(sample("ORDER_CHANGE_example_from_schema.json"));
        String quoted = json.writeValueAsString(plain);
        String sns = json.writeValueAsString(
                json.createObjectNode().put("Type", "Notification").put("Message", plain));
        String enriched = "{\"order\":{},\"notification\":" + plain + "}";

        for (String body : List.of(plain, quoted, sns, enriched)) {
            assertThat(NotificationBody.unwrap(body.getBytes(StandardCharsets.UTF_8), json))
                    .as(body.substring(0, 20))
                    .isPresent();
        }
        assertThat(NotificationBody.orderId(
                        "{\"order\":{\"AmazonOrderId\":\"902-1845936-5435065\"},\"orderItems\":[]}"
                                .getBytes(StandardCharsets.UTF_8),
                        json))
                .contains(ORDER);
        assertThat(NotificationBody.unwrap("{\"a\":1}".getBytes(StandardCharsets.UTF_8), json))
                .isEmpty();
        assertThat(NotificationBody.unwrap("<html>".getBytes(StandardCharsets.UTF_8), json))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"903-8868176-221983", "../../etc", "903-8868176-2219830/x", ""})
    void anIdThatIsNoOrderIdIsNotAskedFor(String id) throws IOException {
        JsonNode change = sample("ORDER_CHANGE_example_from_schema.json").deepCopy();
        ((com.fasterxml.jackson.databind.node.ObjectNode) change.path("Payload").path("OrderChangeNotification"))
                .put("AmazonOrderId", id);

        assertThatThrownBy(() -> OrderChange.read(change)).isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void thePublishedOrderOf2026IsRead() throws IOException {
        AmazonOrder order = AmazonOrderReader.read(
                body("orders_2026-01-01_getOrder_200_example.json").path("order"));
        OrderSnapshot snapshot = order.snapshot("amazon");

        assertThat(snapshot.payment()).isEqualTo(Payment.PAID);
        assertThat(snapshot.customer().email()).contains("buyer-email@marketplace.amazon.co.uk");
        // an alias names nobody: people are not matched by it
        assertThat(snapshot.customer().externalId()).isEmpty();
        assertThat(snapshot.lines().get(0).quantity()).isEqualTo(3);
        assertThat(snapshot.lines().get(0).unitPrice().orElseThrow().amount()).isEqualByComparingTo("29.99");
        assertThat(order.items().get(0).shipped()).isEqualTo(3);
    }

    @Test
    void thePublishedOrderOfV0IsRead() throws IOException {
        JsonNode order = sample("ordersV0_getOrder_200_sandbox.json")
                .path(0)
                .path("response")
                .path("payload");
        List<JsonNode> items = new ArrayList<>();
        sample("ordersV0_getOrderItems_200_sandbox.json")
                .path(0)
                .path("response")
                .path("payload")
                .path("OrderItems")
                .forEach(items::add);

        OrderSnapshot snapshot = AmazonOrderReaderV0.read(order, items).snapshot("amazon");

        assertThat(snapshot.payment()).isEqualTo(Payment.PAID);
        assertThat(snapshot.hold()).contains("CANCEL_REQUESTED");
        assertThat(snapshot.lines().get(0).externalId()).isEqualTo("05015851154158");
        assertThat(snapshot.lines().get(0).unitPrice().orElseThrow().amount()).isEqualByComparingTo("10");
    }

    @ParameterizedTest
    @CsvSource({
        "UNSHIPPED,PAID,false", "PartiallyShipped,PAID,false", "SHIPPED,PAID,false", "PENDING,UNPAID,false",
        "Canceled,UNPAID,true", "CANCELLED,UNPAID,true", "UNFULFILLABLE,UNPAID,false", "SOMETHING_NEW,UNPAID,false"
    })
    void statusesOfBothSpellingsMeanTheSameAndAnUnknownOneIsNoMoney(String status, Payment payment, boolean cancelled) {
        assertThat(AmazonWords.payment(status)).isEqualTo(payment);
        assertThat(AmazonWords.cancelled(status)).isEqualTo(cancelled);
    }

    /** What was shipped must not be owed less: Amazon's "unfulfilled" goes down when we confirm. */
    @Test
    void whatWasShippedIsStillOwed() throws IOException {
        JsonNode order = json.readTree(
                """
                {"orderId":"902-1845936-5435065","createdTime":"2026-01-01T00:00:00Z","lastUpdatedTime":"2026-01-01T00:00:00Z",
                 "salesChannel":{"channelName":"AMAZON"},"fulfillment":{"fulfillmentStatus":"PARTIALLY_SHIPPED"},
                 "orderItems":[{"orderItemId":"1","quantityOrdered":3,"product":{"sellerSku":"ESIM-GB"},
                   "fulfillment":{"quantityFulfilled":2,"quantityUnfulfilled":1}},
                  {"orderItemId":"2","quantityOrdered":3,"product":{"sellerSku":"ESIM-FR"},
                   "cancellation":{"cancellationRequest":{"requester":"BUYER"},"cancellationExecution":{"cancelledBy":"MERCHANT"}},
                   "fulfillment":{"quantityFulfilled":1,"quantityUnfulfilled":0}}]}""");

        OrderSnapshot snapshot = AmazonOrderReader.read(order).snapshot("amazon");

        assertThat(snapshot.lines()).extracting(line -> line.quantity()).containsExactly(3, 1);
        // of an order that is new to us: somebody else served it
        assertThat(snapshot.hold()).contains(OrderSnapshot.FULFILLED_ALREADY);
    }

    /** Amazon says 403 to a token whose time is over, too. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-01-01", "v0"})
    void onlyASecondRefusalMeansThatTheBuyerIsHidden(String api) throws IOException {
        AmazonReading reading = AmazonReading.of(ORDER, api, json);
        AmazonCall first = reading.next();

        assertThat(reading.refused(ApiRefused.of(403, "x"))).isTrue();
        assertThat(reading.asksForPeople()).isTrue();
        assertThat(reading.next().path()).isEqualTo(first.path());
        assertThat(reading.refused(ApiRefused.of(403, "x"))).isTrue();
        assertThat(reading.asksForPeople()).isFalse();
        assertThat(reading.next().path()).doesNotContain("BUYER").doesNotContain("restrictedDataToken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-01", "v0"})
    void everyQuestionIsAnOperationOfTheModels(String api) throws IOException {
        AmazonReading reading = AmazonReading.of(ORDER, api, json);
        if (api.equals("v0")) {
            AmazonCall token = reading.next();
            assertIsOperation("tokens_2021-03-01.json", token);
            assertValid("tokens_2021-03-01.json", "CreateRestrictedDataTokenRequest", token.body());
            reading.heard(json.createObjectNode().put("restrictedDataToken", "Atz.sprdt|x"));
            assertIsOperation("ordersV0.json", reading.next());
            reading.heard(json.createObjectNode());
            assertIsOperation("ordersV0.json", reading.next());
        } else {
            assertIsOperation("orders_2026-01-01.json", reading.next());
        }
    }

    @ParameterizedTest
    @CsvSource({"false,orders_2026-01-01.json", "true,ordersV0.json"})
    void theSearchIsAnOperationOfTheModels(boolean v0, String model) throws IOException {
        AmazonPages pages = new AmazonPages(v0, Instant.EPOCH, Instant.EPOCH.plusSeconds(9), List.of("A1F83G8C2ARO7P"));

        assertIsOperation(model, pages.next());
        pages.read(json.readTree(
                v0
                        ? "{\"payload\":{\"NextToken\":\"n/1\",\"Orders\":[]}}"
                        : "{\"orders\":[],\"pagination\":{\"nextToken\":\"n/1\"}}"));
        assertThat(pages.isMore()).isTrue();
        assertThat(pages.next().path()).contains("n%2F1").contains("A1F83G8C2ARO7P");
        assertIsOperation(model, pages.next());
    }

    @Test
    void aConfirmationIsWhatTheModelDemandsAndTheSamePackageKeepsItsNumber() throws IOException {
        AmazonTelling telling = read(notice(1, 2, List.of()), 0);
        AmazonCall call = telling.next();
        AmazonCall again = read(notice(1, 2, List.of()), 0).next();

        assertIsOperation("ordersV0.json", call);
        assertValid("ordersV0.json", "ConfirmShipmentRequest", call.body());
        assertThat(again.body()).isEqualTo(call.body());
        JsonNode detail = json.readTree(call.body()).path("packageDetail");
        assertThat(detail.path("packageReferenceId").asText()).matches("[1-9][0-9]*");
        assertThat(detail.path("trackingNumber").asText()).isEqualTo("90218459365435065");
        assertThat(detail.path("orderItems").path(0).path("quantity").asInt()).isEqualTo(2);
    }

    @Test
    void whatAmazonKnowsToBeShippedIsNotToldAgain() throws IOException {
        assertThat(read(notice(1, 2, List.of()), 2).isMore()).isFalse();
        assertThat(json.readTree(read(notice(2, 2, List.of()), 1).next().body())
                        .path("packageDetail")
                        .path("orderItems")
                        .path(0)
                        .path("quantity")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void aPostedCardIsAPackageOfItsOwnWithItsRealTracking() throws IOException {
        AmazonTelling telling = read(notice(1, 1, List.of(new Parcel("Royal Mail", "RR1", Optional.empty()))), 0);
        JsonNode detail = json.readTree(telling.next().body()).path("packageDetail");

        assertThat(detail.path("carrierName").asText()).isEqualTo("Royal Mail");
        assertThat(detail.path("trackingNumber").asText()).isEqualTo("RR1");
    }

    /** The first package was taken and the second was not: the second keeps its number. */
    @Test
    void whatIsToldAlreadyDoesNotMoveTheOthersNumbers() throws IOException {
        List<Parcel> parcels = List.of(
                new Parcel("Royal Mail", "RR1", Optional.empty()), new Parcel("Royal Mail", "RR2", Optional.empty()));
        AmazonTelling all = read(notice(1, 2, parcels), 0);
        all.next();
        all.heard(json.missingNode());
        AmazonTelling rest = read(notice(1, 2, parcels), 1);

        assertThat(rest.next().body()).isEqualTo(all.next().body());
        assertThat(json.readTree(rest.next().body())
                        .path("packageDetail")
                        .path("trackingNumber")
                        .asText())
                .isEqualTo("RR2");
    }

    private AmazonTelling read(SentNotice notice, int shipped) throws IOException {
        AmazonTelling telling = new AmazonTelling(notice, properties(), json);
        telling.next();
        telling.heard(json.readTree(
                """
                {"order":{"orderId":"%s","createdTime":"2026-01-01T00:00:00Z","lastUpdatedTime":"2026-01-01T00:00:00Z",
                 "salesChannel":{"channelName":"AMAZON","marketplaceId":"A1F83G8C2ARO7P"},
                 "fulfillment":{"fulfillmentStatus":"UNSHIPPED"},
                 "orderItems":[{"orderItemId":"1","quantityOrdered":2,"product":{"sellerSku":"ESIM-GB"},
                   "fulfillment":{"quantityFulfilled":%d}}]}}"""
                        .formatted(ORDER, shipped)));
        return telling;
    }

    private static SentNotice notice(int number, int quantity, List<Parcel> parcels) {
        List<Optional<Parcel>> units =
                new ArrayList<>(Collections.nCopies(quantity - parcels.size(), Optional.empty()));
        parcels.forEach(parcel -> units.add(Optional.of(parcel)));
        return new SentNotice(
                7,
                new OrderIdentity("amazon", "amazon", ORDER),
                number,
                Instant.parse("2026-11-25T10:00:00.123Z"),
                List.of(new SentLine("1", "ESIM-GB", units)));
    }

    private static AmazonProperties properties() {
        return new AmazonProperties(
                "amazon",
                null,
                List.of(),
                "https://example.com",
                "https://example.com",
                "c",
                "s",
                "r",
                "2026-01-01",
                null,
                null,
                null,
                null,
                "X-Auth-Token",
                null,
                List.of(),
                Duration.ofMinutes(3),
                Duration.ofMinutes(10),
                Duration.ofSeconds(3),
                Duration.ofSeconds(15),
                new AmazonProperties.Confirm(true, "Other", "E-mail", "Electronic delivery", "order-number"));
    }

    /** Path, method and every query parameter are the model's. */
    private void assertIsOperation(String model, AmazonCall call) throws IOException {
        JsonNode paths = model(model).path("paths");
        int query = call.path().indexOf('?');
        String path = (query < 0 ? call.path() : call.path().substring(0, query)).replace(ORDER, "{orderId}");
        JsonNode operation = paths.path(path).path(call.method().toLowerCase(java.util.Locale.ROOT));
        assertThat(operation.isObject()).as(call.method() + " " + path).isTrue();
        List<String> known = StreamSupport.stream(operation.path("parameters").spliterator(), false)
                .filter(parameter -> parameter.path("in").asText().equals("query"))
                .map(parameter -> parameter.path("name").asText())
                .toList();
        for (String pair :
                query < 0 ? new String[0] : call.path().substring(query + 1).split("&")) {
            String name = pair.substring(0, pair.indexOf('='));
            assertThat(known).as(path).contains(name);
            if (name.equals("includedData")) {
                JsonNode values = StreamSupport.stream(
                                operation.path("parameters").spliterator(), false)
                        .filter(parameter -> parameter.path("name").asText().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .path("items")
                        .path("enum");
                List<String> allowed = new ArrayList<>();
                values.forEach(value -> allowed.add(value.asText()));
                assertThat(allowed).contains(pair.substring(name.length() + 1).split(","));
            }
        }
    }

    private void assertValid(String model, String definition, byte[] body) throws IOException {
        com.fasterxml.jackson.databind.node.ObjectNode schema = json.createObjectNode();
        schema.put("$ref", "#/definitions/" + definition);
        schema.set("definitions", model(model).path("definitions"));
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4)
                        .getSchema(schema)
                        .validate(json.readTree(body)))
                .isEmpty();
    }

    private JsonNode model(String name) throws IOException {
        return json.readTree(Contracts.file("amazon/models/" + name).toFile());
    }

    private JsonNode sample(String name) throws IOException {
        return json.readTree(Contracts.file("amazon/responses/" + name).toFile());
    }

    private JsonNode body(String name) throws IOException {
        JsonNode sample = sample(name);
        return sample.has("application/json") ? sample.path("application/json") : sample;
    }
}
