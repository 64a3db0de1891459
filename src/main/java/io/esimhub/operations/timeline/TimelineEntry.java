package io.esimhub.operations.timeline;

import java.util.Map;

/**
 * One line of an order's story.
 *
 * @param event in plain words, e.g. "variant chosen"
 * @param by the route, or the person
 * @param details values that explain it; never a secret, an activation code or an address
 */
public record TimelineEntry(String event, String by, Map<String, ?> details) {}
