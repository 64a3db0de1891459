/**
 * eBay: its challenge and its signed notifications, its orders in our words, and the fulfillment that it is told of. A notification holds
 * neither SKU nor buyer, so the order is always read from the Fulfillment API.
 */
package io.esimhub.channels.ebay;
