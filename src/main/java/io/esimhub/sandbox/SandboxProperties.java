package io.esimhub.sandbox;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code hub.sandbox.…}
 *
 * @param ledgerDir folder of {@code ledger.jsonl}, made if absent
 * @param latency least time every supplier takes to answer
 * @param clockSkew how far the suppliers' clocks are ahead of ours
 * @param seed of the dice for faults with a probability
 * @param balance what each prepaid account held before its first purchase, in USD
 * @param prices of single bundles; all others cost the supplier's default
 * @param callbackBase where suppliers call back, followed by a slash and their code; absent: nowhere
 * @param webhooks where channels tell of orders, e.g. {@code http://localhost:8080/webhooks}; absent: nowhere
 * @param duplicateWebhooks each of them comes twice
 * @param priceList a catalog document whose variants' costs are prices too, in the working directory or in the jar
 */
@Validated
@ConfigurationProperties("hub.sandbox")
public record SandboxProperties(
        @DefaultValue("data/sandbox") Path ledgerDir,
        @DefaultValue("0ms") Duration latency,
        @DefaultValue("0s") Duration clockSkew,
        @DefaultValue("42") long seed,
        @DefaultValue("1000000.00") BigDecimal balance,
        @DefaultValue @Valid List<BundlePrice> prices,
        String priceList,
        String callbackBase,
        String webhooks,
        @DefaultValue("false") boolean duplicateWebhooks,
        @DefaultValue @Valid EsimGo esimGo,
        @DefaultValue @Valid Redteago redteago,
        @DefaultValue @Valid Airalo airalo,
        @DefaultValue @Valid Shopify shopify,
        @DefaultValue @Valid Amazon amazon,
        @DefaultValue @Valid Ebay ebay) {

    /**
     * @param bucket query costs that are there at once; a fiftieth of it comes back in a second
     * @param oldestVersion of the Admin API that is still there: who asks for an older one is answered by it
     * @param scopes of the app's token
     */
    public record Shopify(
            @DefaultValue("esim-hub-local.myshopify.com") String domain,
            @DefaultValue("local-webhook-secret") String webhookSecret,
            @DefaultValue("local-admin-token") String adminToken,
            @DefaultValue("2000") int bucket,
            @DefaultValue("2025-10") String oldestVersion,
            @DefaultValue({
                        "read_orders",
                        "read_all_orders",
                        "read_customers",
                        "read_merchant_managed_fulfillment_orders",
                        "write_merchant_managed_fulfillment_orders"
                    })
                    List<String> scopes) {}

    /** @param webhookToken what its forwarder sends in {@code X-Auth-Token} */
    public record Amazon(
            @DefaultValue("sandbox") String clientId,
            @DefaultValue("sandbox-secret") String clientSecret,
            @DefaultValue("sandbox-refresh") String refreshToken,
            @DefaultValue("local-amazon-token") String webhookToken) {}

    public record Ebay(
            @DefaultValue("sandbox") String clientId,
            @DefaultValue("sandbox-secret") String clientSecret,
            @DefaultValue("sandbox-refresh") String refreshToken) {}

    /**
     * @param apiKeys keys that are let in
     * @param smdpAddress with a scheme, as eSIM Go prints it
     */
    public record EsimGo(
            @DefaultValue("sandbox-key") @NotEmpty List<String> apiKeys,
            @DefaultValue("1.80") BigDecimal defaultPrice,
            @DefaultValue("http://rsp.sandbox.example.com") String smdpAddress) {}

    /** @param allocationDelay from the order to the last of its eSIMs; the others are there earlier, evenly spread */
    public record Redteago(
            @DefaultValue("sandbox") String accessCode,
            @DefaultValue("sandbox-secret") String secretKey,
            @DefaultValue("1.50") BigDecimal defaultPrice,
            @DefaultValue("1s") Duration allocationDelay,
            @DefaultValue("rsp-eu.sandbox.example.com") String smdpHost) {}

    /**
     * @param tokenLife what a token says of itself, and how long it lets in
     * @param allocationDelay from an asynchronous order to its callback and its place in the list
     */
    public record Airalo(
            @DefaultValue("sandbox") String clientId,
            @DefaultValue("sandbox-secret") String clientSecret,
            @DefaultValue("1.60") BigDecimal defaultPrice,
            @DefaultValue("24h") Duration tokenLife,
            @DefaultValue("1s") Duration allocationDelay,
            @DefaultValue("lpa.sandbox.example.com") String smdpHost) {}
}
