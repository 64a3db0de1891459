/**
 * Airalo (Partner API, version 2): a bearer token in front of everything, orders with our key as their description, answered at once
 * or, as the settings please, taken first and told by a signed callback. No idempotency key: a lost answer is looked for by its
 * description, and an order is never sent again.
 */
package io.esimhub.suppliers.airalo;
