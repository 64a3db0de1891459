package io.esimhub.operations.secrets;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * {@code hub.security.activation-codes}: the keys that encrypt activation codes and the like at rest.
 *
 * @param activeKey the id of the key that new secrets are encrypted with
 * @param keys 32 bytes each, base64; older ones stay until every row is encrypted anew
 * @param indexKey 32 bytes, base64: the HMAC key of the look-up index
 */
@Validated
@ConfigurationProperties("hub.security.activation-codes")
record SecretProperties(@NotBlank String activeKey, @NotEmpty Map<String, String> keys, @NotBlank String indexKey) {

    @Override
    public String toString() {
        return "SecretProperties[activeKey=" + activeKey + "]";
    }
}
