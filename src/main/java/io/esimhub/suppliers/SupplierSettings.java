package io.esimhub.suppliers;

import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One block under {@code hub.suppliers}.
 *
 * @param requestsPerSecond our limit over all processes for this account; 0 is none
 * @param bulkhead purchases at a time in one process
 * @param absenceProof how long an order must stay absent from the supplier's list before it counts as not bought, e.g.
 *     {@code 10m}; {@code never} leaves that to a person
 * @param exclusiveAccount no one but this hub buys with this account, so an order of the right shape is ours
 * @param baseUrl where its API is; our own stock has none
 * @param purchasing {@code on}, {@code shadow} or {@code off} for this supplier alone; absent: as {@code hub.purchasing} says
 * @param prepaid what the balance does not cover is not ordered; false: the supplier sends invoices
 * @param lowWater a balance below this raises an alarm, in the account's currency; 0 is none
 * @param apiKey eSIM Go's
 * @param accessCode RedteaGO's
 * @param secretKey RedteaGO's; absent: unsigned requests with the access code alone
 * @param clientId Airalo's
 * @param clientSecret Airalo's, also the key of its callbacks' signatures
 * @param asynchronous Airalo's: orders are taken first and allocated later, told by a callback
 */
public record SupplierSettings(
        @DefaultValue("true") boolean enabled,
        String baseUrl,
        @DefaultValue("0") @Min(0) int requestsPerSecond,
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("30s") Duration readTimeout,
        @DefaultValue("24") @Min(1) int bulkhead,
        @DefaultValue("10m") String absenceProof,
        @DefaultValue("false") boolean exclusiveAccount,
        Purchasing purchasing,
        @DefaultValue("true") boolean prepaid,
        @DefaultValue("0") BigDecimal lowWater,
        String apiKey,
        String accessCode,
        String secretKey,
        String clientId,
        String clientSecret,
        @DefaultValue("false") boolean asynchronous) {

    /** Never the keys. */
    @Override
    public String toString() {
        return "SupplierSettings[" + baseUrl + "]";
    }
}
