package io.esimhub.orders;

/**
 * What people decided about an order; no event of a channel changes it.
 *
 * @param released it was held, and a person let it go
 * @param stopped a person ended it: nothing is owed any more
 * @param redacted the person who ordered is not to be in our books any more
 */
record Decisions(boolean released, boolean stopped, boolean redacted) {

    static final Decisions NONE = new Decisions(false, false, false);
}
