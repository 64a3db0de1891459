package io.esimhub.sandbox.ledger;

/**
 * One profile.
 *
 * @param id how the supplier names it: the ICCID at eSIM Go, the {@code esimTranNo} at eSIM Access
 * @param matchingId made up, so it is no secret
 */
public record PurchasedEsim(String id, String iccid, String matchingId) {}
