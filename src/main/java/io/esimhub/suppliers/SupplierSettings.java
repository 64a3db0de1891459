package io.esimhub.suppliers;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
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
 * @param apiKey eSIM Go's
 * @param accessCode RedteaGO's
 * @param secretKey RedteaGO's; absent: unsigned requests with the access code alone
 */
public record SupplierSettings(
        @DefaultValue("true") boolean enabled,
        @NotBlank String baseUrl,
        @DefaultValue("0") @Min(0) int requestsPerSecond,
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("30s") Duration readTimeout,
        @DefaultValue("24") @Min(1) int bulkhead,
        @DefaultValue("10m") String absenceProof,
        @DefaultValue("false") boolean exclusiveAccount,
        String apiKey,
        String accessCode,
        String secretKey) {}
