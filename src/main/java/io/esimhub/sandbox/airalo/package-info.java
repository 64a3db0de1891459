/**
 * Airalo's Partner API 2 as its published document describes it: a token first, forms as requests, orders that are answered at once or
 * told later by a signed callback. The description of an order is kept and found by likeness; it makes no order idempotent.
 */
package io.esimhub.sandbox.airalo;
