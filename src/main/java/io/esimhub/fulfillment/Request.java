package io.esimhub.fulfillment;

/** What one line of an order asks for. */
record Request(long id, String lineRef, String sku, int quantity, boolean card) {}
