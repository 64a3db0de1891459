package io.esimhub.suppliers.stock;

import io.esimhub.operations.secrets.SealedColumns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where stock keeps sealed secrets: a change of keys has to reach them. */
@Configuration(proxyBeanMethods = false)
class StockSecrets {

    private static final String TABLE = "stock.items";

    @Bean
    SealedColumns stockCodes() {
        return new SealedColumns(TABLE, "id", "code_cipher", "code_key");
    }

    @Bean
    SealedColumns stockPins() {
        return new SealedColumns(TABLE, "id", "secrets_cipher", "secrets_key");
    }
}
