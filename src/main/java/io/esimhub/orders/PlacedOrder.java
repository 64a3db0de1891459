package io.esimhub.orders;

import java.util.Map;

/**
 * An order that was just written down.
 *
 * @param lineIds our id of each line, by the channel's
 */
record PlacedOrder(long id, Map<String, Long> lineIds) {}
