/**
 * eSIM Go (API v2.4 and 2.5): synchronous orders without any key of ours, so an order whose answer was lost is only found by
 * comparing its list of orders with our books.
 */
package io.esimhub.suppliers.esimgo;
