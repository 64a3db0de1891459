/** A copy of a Shopify shop: its webhooks, signed, and its Admin API (GraphQL, 2026-07), as far as the hub may use them. */
package io.esimhub.sandbox.shopify;
