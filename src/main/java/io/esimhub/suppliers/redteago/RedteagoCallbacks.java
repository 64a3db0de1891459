package io.esimhub.suppliers.redteago;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.operations.http.VendorJson;
import io.esimhub.suppliers.CallbackReader;
import io.esimhub.suppliers.CallbackReading;
import io.esimhub.suppliers.CallbackReading.EsimChanged;
import io.esimhub.suppliers.CallbackReading.Hint;
import io.esimhub.suppliers.CallbackReading.OrderChanged;
import io.esimhub.suppliers.SupplierCallback;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * RedteaGO's webhooks. No signature is documented, and at least one peer gets signed ones: none is believed as the hint it is, a wrong
 * one is refused.
 */
@Component
class RedteagoCallbacks implements CallbackReader {

    private static final String SIGNATURE = "rt-signature";
    private static final String TIMESTAMP = "rt-timestamp";
    private static final String REQUEST_ID = "rt-requestid";
    private static final int LONGEST = 100;

    private final Optional<RedteagoSignature> signature;
    private final ObjectMapper json;

    RedteagoCallbacks(RedteagoAccess access, ObjectMapper json) {
        this.signature = access.signature();
        this.json = json;
    }

    @Override
    public String code() {
        return Redteago.CODE;
    }

    @Override
    public Set<String> headers() {
        return Set.of(SIGNATURE, TIMESTAMP, REQUEST_ID);
    }

    @Override
    public CallbackReading read(SupplierCallback callback) {
        if (isForged(callback)) {
            return new CallbackReading.Forged();
        }
        try {
            JsonNode tree = json.readTree(callback.body());
            return tree.isObject() ? believed(tree, callback.body()) : new CallbackReading.Unreadable();
        } catch (IOException noJson) {
            return new CallbackReading.Unreadable();
        }
    }

    /** Without a secret key of ours there is nothing to compare with. */
    private boolean isForged(SupplierCallback callback) {
        Optional<String> given = callback.header(SIGNATURE);
        return given.isPresent()
                && signature.isPresent()
                && !signature
                        .get()
                        .matches(
                                given.get(),
                                callback.header(TIMESTAMP).orElse(""),
                                callback.header(REQUEST_ID).orElse(""),
                                callback.body());
    }

    private static CallbackReading believed(JsonNode tree, byte[] body) {
        String topic = field(tree, "notifyType").orElse("unknown");
        JsonNode content = tree.path("content");
        String id = field(tree, "notifyId").orElseGet(() -> idOf(topic, content, body));
        return new CallbackReading.Believed(id, topic, hints(topic, content));
    }

    /** Older webhooks have no id. An order is allocated once; an eSIM changes often, so there the whole body has to be the same. */
    private static String idOf(String topic, JsonNode content, byte[] body) {
        String order = field(content, "orderNo").orElse("");
        return topic.equals("ORDER_STATUS") && !order.isEmpty()
                ? topic + ":" + order
                : topic + ":" + UUID.nameUUIDFromBytes(body);
    }

    private static List<Hint> hints(String topic, JsonNode content) {
        Optional<String> order = field(content, "orderNo");
        Optional<String> esim = field(content, "esimTranNo");
        Optional<String> iccid = field(content, "iccid");
        return switch (topic) {
            case "ORDER_STATUS" -> {
                Optional<String> key = field(content, "transactionId");
                yield order.isEmpty() && key.isEmpty() ? List.of() : List.of(new OrderChanged(order, key));
            }
            case "ESIM_STATUS", "SMDP_EVENT", "DATA_USAGE", "VALIDITY_USAGE" ->
                esim.isEmpty() && iccid.isEmpty() ? List.of() : List.of(new EsimChanged(esim, iccid));
            default -> List.of();
        };
    }

    /** Anybody may send this: what is longer than any of theirs is nothing. */
    private static Optional<String> field(JsonNode node, String name) {
        return VendorJson.text(node, name).filter(text -> text.length() <= LONGEST);
    }
}
