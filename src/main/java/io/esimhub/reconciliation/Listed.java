package io.esimhub.reconciliation;

/**
 * Whose list it is.
 *
 * @param party channel or supplier
 * @param account the shop; empty for suppliers
 */
record Listed(String party, String account) {}
