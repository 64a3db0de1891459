package io.esimhub.channels.shopify;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code hub.channels.shopify}.
 *
 * @param apiVersion of the Admin API, e.g. {@code 2026-07}
 * @param shops one block a shop, named freely
 * @param sampleOrder whether an empty database is shown one order at the start; local only
 */
@Validated
@ConfigurationProperties("hub.channels.shopify")
record ShopifyProperties(
        @DefaultValue("2026-07") String apiVersion,
        @DefaultValue @Valid Map<String, Shop> shops,
        @DefaultValue("false") boolean sampleOrder) {

    /**
     * @param domain the myshopify.com domain, as Shopify sends it in {@code X-Shopify-Shop-Domain}
     * @param webhookSecrets the app's client secret; two while one is being rotated: Shopify signs with the oldest one that is not
     *     revoked, for up to an hour longer
     */
    record Shop(@NotBlank String domain, @NotEmpty List<@NotBlank String> webhookSecrets) {

        @Override
        public String toString() {
            return "Shop[domain=" + domain + "]";
        }
    }

    Optional<Shop> shop(String domain) {
        return shops.values().stream()
                .filter(shop -> shop.domain().equalsIgnoreCase(domain))
                .findFirst();
    }
}
