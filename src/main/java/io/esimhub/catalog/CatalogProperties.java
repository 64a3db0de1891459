package io.esimhub.catalog;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.math.BigDecimal;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code hub.catalog}, as far as the catalog itself cares.
 *
 * @param sample a catalog to load when ours is empty, relative to the working directory or in the jar; local only
 * @param marginFloor per cent of a product's list price that must remain after the cost, unless the product says otherwise
 * @param rates see {@link ExchangeRates}
 */
@Validated
@ConfigurationProperties("hub.catalog")
record CatalogProperties(
        String sample,
        @DefaultValue("0") @DecimalMin("-1000") @DecimalMax("100") BigDecimal marginFloor,
        @DefaultValue Map<String, BigDecimal> rates) {}
