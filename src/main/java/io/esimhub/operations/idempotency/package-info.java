/** Requests that a client may send twice: remembered by its key, done once, answered alike. */
package io.esimhub.operations.idempotency;
