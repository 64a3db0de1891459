package io.esimhub.suppliers;

import jakarta.validation.Valid;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** {@code hub.suppliers.<code>.…}, one block a supplier. */
@Validated
@ConfigurationProperties("hub")
public record SuppliersProperties(@DefaultValue @Valid Map<String, SupplierSettings> suppliers) {}
