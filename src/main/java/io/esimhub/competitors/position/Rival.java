package io.esimhub.competitors.position;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.SortedSet;

/**
 * The best match of one competitor.
 *
 * @param wider covers more than ours
 * @param below per cent of our price that it is cheaper by, below zero if it is dearer; null if one of both cannot be compared
 * @param seenAt when it was last asked for
 * @param notCompared why it does not count for the position; null if it does
 */
public record Rival(
        String competitor,
        String externalId,
        String title,
        String url,
        SortedSet<String> countries,
        boolean wider,
        Long dataMb,
        Integer validityDays,
        Price price,
        BigDecimal below,
        Instant seenAt,
        String notCompared) {}
