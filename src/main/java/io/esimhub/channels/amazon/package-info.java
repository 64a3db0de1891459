/**
 * Amazon: its ORDER_CHANGE notifications by SQS, SNS or a forwarder, its orders in our words, and the shipment that it is told of. A
 * notification holds neither price nor buyer, so the order is always read from the Selling Partner API.
 */
package io.esimhub.channels.amazon;
