package io.esimhub.channels.amazon;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code hub.channels.amazon}: one seller account in one region. Without a client id the channel is off.
 *
 * @param account what our books call it; part of every order's identity, so never change it
 * @param sellerId notifications of another seller are not ours; absent: not compared
 * @param marketplaces ids whose orders are ours, e.g. {@code A1F83G8C2ARO7P}; needed to search for orders; empty: every one
 * @param endpoint of the Selling Partner API, by region
 * @param lwaUrl where Login with Amazon gives tokens
 * @param ordersApi {@code 2026-01-01}, or {@code v0} while an app's roles are not migrated; v0 ends on 2027-03-27
 * @param sqsQueueUrl absent: the queue is not polled. SQS is called at this URL's host
 * @param awsRegion of the queue; absent: read from its URL
 * @param awsAccessKey with {@code awsSecretKey}; absent: the AWS SDK finds credentials by itself
 * @param webhookToken what a forwarder sends in {@code webhookHeader}; absent: forwarders are not let in
 * @param topicArns the SNS topics that we confirm and believe; empty: SNS is not let in
 * @param pollEvery how often orders are searched for; Amazon gives one search in three minutes
 * @param pollOverlap how far each search goes back before the newest order of the last one
 * @param confirm how Amazon is told
 */
@Validated
@ConfigurationProperties("hub.channels.amazon")
record AmazonProperties(
        @DefaultValue("amazon") @NotBlank String account,
        String sellerId,
        @DefaultValue List<String> marketplaces,
        @DefaultValue("https://sellingpartnerapi-eu.amazon.com") String endpoint,
        @DefaultValue("https://api.amazon.com/auth/o2/token") String lwaUrl,
        String clientId,
        String clientSecret,
        String refreshToken,
        @DefaultValue("2026-01-01") String ordersApi,
        String sqsQueueUrl,
        String awsRegion,
        String awsAccessKey,
        String awsSecretKey,
        @DefaultValue("X-Auth-Token") String webhookHeader,
        String webhookToken,
        @DefaultValue List<String> topicArns,
        @DefaultValue("4m") Duration pollEvery,
        @DefaultValue("10m") Duration pollOverlap,
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("15s") Duration readTimeout,
        @DefaultValue @Valid Confirm confirm) {

    /**
     * @param enabled false: Amazon is not told; the seller does it
     * @param carrierCode as Amazon lists carriers; {@code Other} takes any name and checks no tracking format
     * @param carrierName sent with {@code Other}
     * @param trackingNumber of what goes by mail: {@code order-number} sends our order's number, anything else is sent as it stands
     */
    record Confirm(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("Other") String carrierCode,
            @DefaultValue("E-mail") String carrierName,
            @DefaultValue("Electronic delivery") String shippingMethod,
            @DefaultValue("order-number") String trackingNumber) {}

    AmazonProperties {
        if (said(clientId) && !(said(clientSecret) && said(refreshToken))) {
            throw new IllegalArgumentException(
                    "hub.channels.amazon has a client-id, so it needs client-secret and refresh-token, too");
        }
        if (!ordersApi.equals("v0") && !ordersApi.equals("2026-01-01")) {
            throw new IllegalArgumentException("hub.channels.amazon.orders-api is 2026-01-01 or v0");
        }
        if (ordersApi.equals("v0") && said(clientId) && marketplaces.isEmpty()) {
            throw new IllegalArgumentException("hub.channels.amazon.marketplaces is needed to search with v0");
        }
    }

    boolean on() {
        return said(clientId);
    }

    private static boolean said(String text) {
        return text != null && !text.isBlank();
    }

    /** Never the secrets. */
    @Override
    public String toString() {
        return "AmazonProperties[" + account + ", " + endpoint + "]";
    }
}
