package io.esimhub.fulfillment;

import io.esimhub.operations.secrets.SealedColumns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The secrets of {@code fulfillment.esims}, so that their key can be changed. */
@Configuration(proxyBeanMethods = false)
class EsimSecrets {

    private static final String TABLE = "fulfillment.esims";

    @Bean
    SealedColumns activationCodes() {
        return new SealedColumns(TABLE, "id", "code_cipher", "code_key");
    }

    @Bean
    SealedColumns confirmationCodesAndPins() {
        return new SealedColumns(TABLE, "id", "secrets_cipher", "secrets_key");
    }
}
