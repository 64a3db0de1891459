package io.esimhub.channels.shopify;

/** An order whose event does not say enough. @param shop its domain */
record OrderToRead(String shop, ShopifyGid order) {}
