package io.esimhub.suppliers.redteago;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.operations.http.VendorText;
import io.esimhub.suppliers.SupplierSettings;
import io.esimhub.suppliers.SuppliersProperties;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.springframework.stereotype.Component;

/** How every request to RedteaGO is made: signed if there is a secret key, with the access code alone if there is none. */
@Component
class RedteagoAccess {

    private final SupplierSettings settings;
    private final String accessCode;
    private final Optional<RedteagoSignature> signature;
    private final ObjectMapper json;
    private final Clock clock;

    RedteagoAccess(SuppliersProperties properties, ObjectMapper json, Clock clock) {
        this.settings = properties.of(Redteago.CODE);
        this.json = json;
        this.accessCode = settings.accessCode() == null ? "" : settings.accessCode();
        this.signature = Optional.ofNullable(settings.secretKey())
                .filter(key -> !key.isBlank())
                .map(key -> new RedteagoSignature(accessCode, key));
        this.clock = clock;
    }

    void ask(Exchange exchange, Object question) throws JsonProcessingException {
        byte[] body = json.writeValueAsBytes(question);
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_METHOD, "POST");
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        message.setHeader("Accept", "application/json");
        message.getHeaders().putAll(headers(body));
        message.setBody(body);
    }

    /** Masks our key and code in the vendor's words. */
    VendorText words() {
        return new VendorText(settings.accessCode(), settings.secretKey());
    }

    /** Empty without a secret key. */
    Optional<RedteagoSignature> signature() {
        return signature;
    }

    private Map<String, Object> headers(byte[] body) {
        Map<String, Object> headers = new LinkedHashMap<>();
        headers.put("RT-AccessCode", accessCode);
        signature.ifPresent(signature -> {
            String requestId = UUID.randomUUID().toString();
            String timestamp = Long.toString(clock.millis());
            headers.put("RT-RequestID", requestId);
            headers.put("RT-Timestamp", timestamp);
            headers.put("RT-Signature", signature.of(timestamp, requestId, body));
        });
        return headers;
    }
}
