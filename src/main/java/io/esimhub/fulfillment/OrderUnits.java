package io.esimhub.fulfillment;

import java.util.List;

/** The units of an order, and the lines they belong to; a line that never owed anything is not among them. */
record OrderUnits(List<Request> requests, List<Unit> units) {}
