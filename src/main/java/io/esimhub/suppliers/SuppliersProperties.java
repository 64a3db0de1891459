package io.esimhub.suppliers;

import jakarta.validation.Valid;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** {@code hub.suppliers.<code>.…}, one block a supplier. */
@Validated
@ConfigurationProperties("hub")
public record SuppliersProperties(@DefaultValue @Valid Map<String, SupplierSettings> suppliers) {

    /** @throws IllegalArgumentException if there is no such block */
    public SupplierSettings of(String code) {
        SupplierSettings settings = suppliers.get(code);
        if (settings == null) {
            throw new IllegalArgumentException("the settings have no hub.suppliers." + code);
        }
        return settings;
    }
}
