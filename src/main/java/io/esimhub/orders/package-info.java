/**
 * Retail orders: what a channel's customers ordered, merged from whatever events told of it, and where each order stands.
 * Knows no channel's words; a channel hands over an {@link io.esimhub.orders.OrderSnapshot}.
 */
package io.esimhub.orders;
