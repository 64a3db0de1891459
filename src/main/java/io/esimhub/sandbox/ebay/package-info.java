/** A copy of eBay for one seller: tokens, the Fulfillment API, and notifications, signed. */
package io.esimhub.sandbox.ebay;
