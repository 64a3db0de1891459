package io.esimhub.competitors;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.SortedSet;

/**
 * What a competitor asks for one plan at one moment.
 *
 * @param competitor name of its block in the settings
 * @param externalId what the competitor calls the plan, the same at every visit; at most 200 characters
 * @param title as the competitor words it, on one line; at most 300 characters
 * @param url where a person sees it; null if the source does not say
 * @param countries ISO 3166-1 alpha-2, never empty
 * @param dataMb megabytes, 1000 a gigabyte; null: unlimited
 * @param validityDays null: the competitor names none
 * @param price above zero, as printed: not converted
 * @param currency ISO 4217
 */
public record Offer(
        String competitor,
        String externalId,
        String title,
        String url,
        SortedSet<String> countries,
        Long dataMb,
        Integer validityDays,
        BigDecimal price,
        String currency,
        Instant seenAt) {}
