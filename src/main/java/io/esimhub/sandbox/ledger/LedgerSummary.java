package io.esimhub.sandbox.ledger;

import java.math.BigDecimal;

/**
 * One supplier's ledger in figures.
 *
 * @param keys different keys among the purchases
 * @param esims sold, also those that were cancelled and those of others
 * @param foreign purchases by others on the account
 * @param spent in USD, less what was cancelled
 */
public record LedgerSummary(int purchases, int keys, int esims, int cancelled, int foreign, BigDecimal spent) {}
