package io.esimhub.suppliers.esimgo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.operations.http.VendorJson;
import io.esimhub.suppliers.CallbackReader;
import io.esimhub.suppliers.CallbackReading;
import io.esimhub.suppliers.CallbackReading.BalanceLow;
import io.esimhub.suppliers.CallbackReading.EsimChanged;
import io.esimhub.suppliers.CallbackReading.Hint;
import io.esimhub.suppliers.SupplierCallback;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * eSIM Go's callbacks, version 3: signed with HMAC-SHA256 under the API key over the raw body. The reference prints the signature in
 * base64, the guide in hex; either is taken. Version 2 is not signed, and not believed.
 */
@Component
class EsimGoCallbacks implements CallbackReader {

    private static final String SIGNATURE = "x-signature-sha256";
    private static final String ALGORITHM = "HmacSHA256";
    private static final Set<String> BALANCE = Set.of("LowBalance", "InsufficientBalance");
    private static final int LONGEST_TOPIC = 60;

    private final String apiKey;
    private final ObjectMapper json;

    EsimGoCallbacks(EsimGoRequests requests, ObjectMapper json) {
        this.apiKey = requests.apiKey();
        this.json = json;
    }

    @Override
    public String code() {
        return EsimGo.CODE;
    }

    @Override
    public Set<String> headers() {
        return Set.of(SIGNATURE);
    }

    @Override
    public CallbackReading read(SupplierCallback callback) {
        if (apiKey.isBlank()
                || !callback.header(SIGNATURE)
                        .filter(text -> isOurs(text.strip(), callback.body()))
                        .isPresent()) {
            return new CallbackReading.Forged();
        }
        try {
            JsonNode tree = json.readTree(callback.body());
            return tree.isObject() ? believed(tree, callback.body()) : new CallbackReading.Unreadable();
        } catch (IOException noJson) {
            return new CallbackReading.Unreadable();
        }
    }

    /** No callback has an id of its own: the same bytes are the same callback. */
    private static CallbackReading believed(JsonNode tree, byte[] body) {
        String topic = VendorJson.text(tree, "alertType")
                .or(() -> VendorJson.text(tree, "event"))
                .filter(text -> text.length() <= LONGEST_TOPIC)
                .orElse("unknown");
        return new CallbackReading.Believed(HexFormat.of().formatHex(sha256(body)), topic, hints(topic, tree));
    }

    /** The ICCID is what eSIM Go knows an eSIM by. It comes as text or as a number, which 20 digits are too many for in most languages. */
    private static List<Hint> hints(String topic, JsonNode tree) {
        if (BALANCE.contains(topic)) {
            return List.of(new BalanceLow());
        }
        Optional<String> iccid = VendorJson.text(tree, "iccid").filter(text -> text.matches("[0-9]{18,22}"));
        return iccid.<List<Hint>>map(known -> List.of(new EsimChanged(iccid, iccid)))
                .orElse(List.of());
    }

    private boolean isOurs(String signature, byte[] body) {
        byte[] given = decoded(signature);
        return given.length > 0 && MessageDigest.isEqual(given, hmac(body));
    }

    /** Empty if it is neither. */
    private static byte[] decoded(String signature) {
        try {
            return signature.matches("[0-9A-Fa-f]{64}")
                    ? HexFormat.of().parseHex(signature)
                    : Base64.getDecoder().decode(signature);
        } catch (IllegalArgumentException neither) {
            return new byte[0];
        }
    }

    private byte[] hmac(byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(apiKey.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(body);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, impossible);
        }
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java has no SHA-256", impossible);
        }
    }
}
