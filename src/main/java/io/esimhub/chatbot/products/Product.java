package io.esimhub.chatbot.products;

import java.time.Instant;
import java.util.List;

/**
 * A product as it stands now.
 *
 * @param kind {@code esim} or {@code sim}, a card that is posted
 * @param countries where it works, ISO 3166-1 alpha-2
 * @param dataMb megabytes of 10^6 bytes; null: unlimited
 * @param validityDays from activation; null: not said
 * @param price null: it has none
 * @param changedAt when anything of it was last changed
 * @param buyable whether an order that came now would be bought at once
 * @param why null if it can be bought
 */
public record Product(
        String sku,
        String name,
        String kind,
        List<String> countries,
        Integer dataMb,
        Integer validityDays,
        Price price,
        Instant changedAt,
        boolean buyable,
        NotBuyable why) {}
