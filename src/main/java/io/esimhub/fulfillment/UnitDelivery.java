package io.esimhub.fulfillment;

/**
 * The delivery that a unit's eSIM stands in.
 *
 * @param pending its mail has not been accepted yet
 */
record UnitDelivery(long id, boolean pending) {}
