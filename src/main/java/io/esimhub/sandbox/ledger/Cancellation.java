package io.esimhub.sandbox.ledger;

import java.time.Instant;

/**
 * An eSIM that was given back; its price is on the account again.
 *
 * @param esim the supplier's id of it
 */
public record Cancellation(String supplier, String esim, Instant at) implements LedgerEntry {}
