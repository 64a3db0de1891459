/**
 * A copy of Amazon for a seller in Great Britain: Login with Amazon, the Orders API in both versions, and ORDER_CHANGE as a forwarder
 * posts it.
 */
package io.esimhub.sandbox.amazon;
