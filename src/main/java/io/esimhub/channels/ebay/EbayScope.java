package io.esimhub.channels.ebay;

/** Whose token a call needs. */
enum EbayScope {
    /** The application's own, for public keys (client credentials). */
    APPLICATION("https://api.ebay.com/oauth/api_scope"),
    /** The seller's, for orders (refresh token). */
    SELLER("https://api.ebay.com/oauth/api_scope/sell.fulfillment");

    private final String scope;

    EbayScope(String scope) {
        this.scope = scope;
    }

    String scope() {
        return scope;
    }
}
