/** Shopify: its webhooks, verified over raw bytes, and its order in our words. */
package io.esimhub.channels.shopify;
