package io.esimhub.orders;

import java.util.Map;

/**
 * An order as our books have it.
 *
 * @param snapshot what the channel's events told so far, merged
 * @param lineIds our id of each line, by the channel's
 */
record StoredOrder(long id, OrderSnapshot snapshot, Decisions decisions, Map<String, Long> lineIds) {}
