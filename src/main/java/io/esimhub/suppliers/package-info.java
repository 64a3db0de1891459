/**
 * One adapter a supplier: the routes {@code place-<code>}, {@code find-<code>} and {@code list-<code>}, a class that maps
 * the vendor's words to ours, and a block of settings. What is bought and why is decided in {@code fulfillment}; here is only
 * how each vendor is asked, and what its answer means.
 */
package io.esimhub.suppliers;
