/**
 * Our own stock as a supplier: eSIMs bought in bulk and SIM cards on the shelf. Its books are in our own database (schema
 * {@code stock}), but an order is placed like at any other supplier: in a transaction of its own, under the purchase's key, with an
 * answer that may be lost.
 */
package io.esimhub.suppliers.stock;
