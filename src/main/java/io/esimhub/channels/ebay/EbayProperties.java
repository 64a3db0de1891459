package io.esimhub.channels.ebay;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code hub.channels.ebay}: one seller account. Without a client id the channel is off.
 *
 * @param account what our books call it; part of every order's identity, so never change it
 * @param apiUrl {@code https://api.ebay.com}, or the sandbox's
 * @param refreshToken of the seller's consent, with the scope {@code sell.fulfillment}
 * @param verificationToken as registered with the destination: 32 to 80 letters, digits, {@code _} or {@code -}
 * @param webhookEndpoint exactly as registered; it is hashed, so it is never taken from the request
 * @param pollEvery how often the list of orders is read
 * @param pollOverlap how far each reading goes back before the newest order of the last one
 * @param confirm false: eBay is not told; the seller does it
 */
@Validated
@ConfigurationProperties("hub.channels.ebay")
record EbayProperties(
        @DefaultValue("ebay") @NotBlank String account,
        @DefaultValue("https://api.ebay.com") String apiUrl,
        String clientId,
        String clientSecret,
        String refreshToken,
        @Pattern(regexp = "[A-Za-z0-9_-]{32,80}") String verificationToken,
        String webhookEndpoint,
        @DefaultValue("5m") Duration pollEvery,
        @DefaultValue("15m") Duration pollOverlap,
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("15s") Duration readTimeout,
        @DefaultValue("true") boolean confirm) {

    EbayProperties {
        // a challenge answered with "null" for a missing token would only be noticed by eBay
        if (said(clientId)
                && !(said(clientSecret) && said(refreshToken) && said(verificationToken) && said(webhookEndpoint))) {
            throw new IllegalArgumentException("hub.channels.ebay has a client-id, so it needs client-secret,"
                    + " refresh-token, verification-token and webhook-endpoint, too");
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
        return "EbayProperties[" + account + ", " + apiUrl + "]";
    }
}
