/**
 * RedteaGO (the eSIM Access API, version 1): every call is a POST, a refusal is an HTTP 200 with a code, eSIMs are allocated
 * after the order is taken, and our key comes back with every order, so an order whose answer was lost can be found again.
 */
package io.esimhub.suppliers.redteago;
