package io.esimhub.orders;

/**
 * What names an order for ever.
 *
 * @param shop the channel's own name of the shop, e.g. {@code name.myshopify.com}
 * @param externalId text, for ids beyond 2^53 and with leading zeros
 */
public record OrderIdentity(String channel, String shop, String externalId) {

    /** One line, for keys. */
    String text() {
        return channel + "/" + shop + "/" + externalId;
    }
}
