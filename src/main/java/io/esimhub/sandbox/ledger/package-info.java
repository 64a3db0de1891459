/** The suppliers' books: what was bought, on disk before the answer goes out. Crash tests compare the hub's with these. */
package io.esimhub.sandbox.ledger;
