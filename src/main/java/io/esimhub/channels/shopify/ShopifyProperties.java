package io.esimhub.channels.shopify;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
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
 * @param connectTimeout to the Admin API
 * @param readTimeout of the Admin API
 * @param hold which risk of an order makes it wait for a person
 * @param notifyCustomer whether Shopify sends its own shipping mail when it is told that an order was sent
 * @param bulkOver a gap with more orders is read as one file, not in pages
 * @param sampleOrder whether an empty database is shown one order at the start; local only
 */
@Validated
@ConfigurationProperties("hub.channels.shopify")
record ShopifyProperties(
        @DefaultValue("2026-07") String apiVersion,
        @DefaultValue @Valid Map<String, Shop> shops,
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("15s") Duration readTimeout,
        @DefaultValue("none") RiskHold hold,
        @DefaultValue("false") boolean notifyCustomer,
        @DefaultValue("2000") @Min(1) @Max(9000) int bulkOver,
        @DefaultValue("false") boolean sampleOrder) {

    /**
     * @param domain the myshopify.com domain, as Shopify sends it in {@code X-Shopify-Shop-Domain}
     * @param webhookSecrets the app's client secret; two while one is being rotated: Shopify signs with the oldest one that is not
     *     revoked, for up to an hour longer
     * @param adminUrl where its Admin API is, e.g. {@code https://name.myshopify.com}; absent: orders are taken, but the shop is not asked
     *     nor told anything
     * @param adminToken for {@code X-Shopify-Access-Token}
     */
    record Shop(
            @NotBlank String domain,
            @NotEmpty List<@NotBlank String> webhookSecrets,
            String adminUrl,
            String adminToken) {

        boolean hasAdmin() {
            return adminUrl != null && !adminUrl.isBlank() && adminToken != null && !adminToken.isBlank();
        }

        @Override
        public String toString() {
            return "Shop[domain=" + domain + "]";
        }
    }

    /** Risk as Shopify's own analysis names it ({@code OrderRiskAssessment}). */
    enum RiskHold {
        NONE,
        HIGH,
        MEDIUM
    }

    Optional<Shop> shop(String domain) {
        return shops.values().stream()
                .filter(shop -> shop.domain().equalsIgnoreCase(domain))
                .findFirst();
    }
}
