package io.esimhub.fulfillment;

import java.util.Optional;

/**
 * A row of an order's book: a line of it, with one of its units.
 *
 * @param unit absent for a line that owes none yet
 */
record OwedUnit(Request request, Optional<Unit> unit) {}
