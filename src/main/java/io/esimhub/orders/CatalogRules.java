package io.esimhub.orders;

import jakarta.validation.constraints.NotNull;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code hub.catalog}, as far as orders care.
 *
 * @param skuPattern lines whose SKU looks like this are ours even if the catalog does not know them
 */
@Validated
@ConfigurationProperties("hub.catalog")
record CatalogRules(@DefaultValue("(?i)^e?sim-.*") @NotNull Pattern skuPattern) {}
