package io.esimhub.suppliers.redteago;

import io.esimhub.suppliers.SupplierSettings;
import io.esimhub.suppliers.SuppliersProperties;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The headers that say who asks: signed if there is a secret key, the access code alone if there is none. */
@Component
class RedteagoAccess {

    private final String accessCode;
    private final Optional<RedteagoSignature> signature;
    private final Clock clock;

    RedteagoAccess(SuppliersProperties properties, Clock clock) {
        SupplierSettings settings = properties.of(Redteago.CODE);
        this.accessCode = settings.accessCode() == null ? "" : settings.accessCode();
        this.signature = Optional.ofNullable(settings.secretKey())
                .filter(key -> !key.isBlank())
                .map(key -> new RedteagoSignature(accessCode, key));
        this.clock = clock;
    }

    Map<String, Object> headers(byte[] body) {
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
