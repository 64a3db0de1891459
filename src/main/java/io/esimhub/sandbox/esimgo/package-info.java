/**
 * eSIM Go's API 2.4 as its published schema describes it: orders without an idempotency key, errors of {@code POST /orders} in
 * plain text, dates spelled in two ways. An order has one line here, and sells new eSIMs only.
 */
package io.esimhub.sandbox.esimgo;
