package io.esimhub.suppliers.airalo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.suppliers.CallbackReader;
import io.esimhub.suppliers.CallbackReading;
import io.esimhub.suppliers.SupplierCallback;
import io.esimhub.suppliers.SuppliersProperties;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Airalo's callbacks: an asynchronous order with its {@code request_id}, little data left, or the credit limit. They do not say which
 * they are, nor have they an id; what they hold tells.
 */
@Component
class AiraloCallbacks implements CallbackReader {

    private static final String SIGNATURE = "airalo-signature";

    private final AiraloSignature signature;
    private final ObjectMapper json;

    AiraloCallbacks(SuppliersProperties properties, ObjectMapper json) {
        this.signature = new AiraloSignature(properties.of(Airalo.CODE).clientSecret());
        this.json = json;
    }

    @Override
    public String code() {
        return Airalo.CODE;
    }

    @Override
    public Set<String> headers() {
        return Set.of(SIGNATURE);
    }

    @Override
    public CallbackReading read(SupplierCallback callback) {
        boolean proven = callback.header(SIGNATURE)
                .filter(given -> signature.proves(given, callback.body()))
                .isPresent();
        if (!proven) {
            return new CallbackReading.Forged();
        }
        try {
            JsonNode tree = json.readTree(callback.body());
            return tree.isObject() ? believed(tree, callback.body()) : new CallbackReading.Unreadable();
        } catch (IOException unreadable) {
            return new CallbackReading.Unreadable();
        }
    }

    private static CallbackReading believed(JsonNode tree, byte[] body) {
        Optional<String> request =
                AiraloSim.text(tree, "request_id").or(() -> AiraloSim.text(tree.path("data"), "request_id"));
        AiraloOrder order = AiraloOrder.of(tree.path("data").isObject() ? tree.path("data") : tree);
        if (request.isPresent() || order.description().isPresent()) {
            return believed(
                    request.orElseGet(() -> digest(body)),
                    "async_orders",
                    new CallbackReading.OrderChanged(request.or(order::id), order.description()));
        }
        Optional<String> iccid = AiraloSim.text(tree, "iccid");
        if (iccid.isPresent()) {
            return believed(digest(body), "webhook_low_data", new CallbackReading.EsimChanged(Optional.empty(), iccid));
        }
        if (tree.has("remaining")) {
            return believed(digest(body), "webhook_credit_limit", new CallbackReading.BalanceLow());
        }
        return new CallbackReading.Believed(digest(body), "unknown", List.of());
    }

    private static CallbackReading believed(String id, String topic, CallbackReading.Hint hint) {
        return new CallbackReading.Believed(id, topic, List.of(hint));
    }

    /** As good as an id: what is told again in the same words is no news. */
    private static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java has no SHA-256", impossible);
        }
    }
}
