package io.esimhub.channels.ebay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * eBay's public keys, kept for an hour. Whoever sends us something chooses the id of the key, so the cache is bounded, ids that eBay does
 * not know are remembered too, and only so many are asked for in a minute.
 */
@Component
class EbayKeys {

    private static final Duration KEPT = Duration.ofHours(1);
    private static final Duration UNKNOWN_FOR = Duration.ofMinutes(10);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int MOST_KEYS = 500;
    private static final int QUESTIONS_A_MINUTE = 10;

    private final Clock clock;
    private final Map<String, Known> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MOST_KEYS;
        }
    };
    private Instant minute = Instant.EPOCH;
    private int questions;

    EbayKeys(Clock clock) {
        this.clock = clock;
    }

    /** @param key empty: eBay has no such key */
    private record Known(Optional<EbayKey> key, Instant until) {}

    /** What is known of a key: nothing; that there is none; or the key. */
    synchronized Optional<Optional<EbayKey>> find(String kid) {
        return Optional.ofNullable(known.get(kid))
                .filter(entry -> clock.instant().isBefore(entry.until()))
                .map(Known::key);
    }

    /** @return whether eBay may be asked for another key now */
    synchronized boolean mayAsk() {
        Instant now = clock.instant();
        if (!now.isBefore(minute.plus(MINUTE))) {
            minute = now;
            questions = 0;
        }
        return questions++ < QUESTIONS_A_MINUTE;
    }

    synchronized void keep(String kid, Optional<EbayKey> key) {
        known.put(kid, new Known(key, clock.instant().plus(key.isPresent() ? KEPT : UNKNOWN_FOR)));
    }
}
