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
 * not know are remembered too, and only so many are asked for in a minute. A key that eBay gave us is neither pushed out by strangers'
 * ids nor does it wait behind them when its hour is over: else forged ids alone would keep eBay's own notifications out.
 */
@Component
class EbayKeys {

    private static final Duration KEPT = Duration.ofHours(1);
    private static final Duration UNKNOWN_FOR = Duration.ofMinutes(10);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int MOST_KEYS = 500;
    private static final int QUESTIONS_A_MINUTE = 10;

    private final Clock clock;
    private final Map<String, Known> keys = bounded();
    private final Map<String, Known> strangers = bounded();
    private Instant minute = Instant.EPOCH;
    private int questions;

    EbayKeys(Clock clock) {
        this.clock = clock;
    }

    /** @param key empty: eBay has no such key */
    private record Known(Optional<EbayKey> key, Instant until) {}

    /** What is known of a key: nothing; that there is none; or the key. */
    synchronized Optional<Optional<EbayKey>> find(String kid) {
        return Optional.ofNullable(keys.get(kid))
                .or(() -> Optional.ofNullable(strangers.get(kid)))
                .filter(entry -> clock.instant().isBefore(entry.until()))
                .map(Known::key);
    }

    /** @return whether eBay may be asked for this key now; one asks for a key anew, and the others use the old one meanwhile */
    synchronized boolean mayAsk(String kid) {
        Instant now = clock.instant();
        Known old = keys.get(kid);
        if (old != null) {
            keys.put(kid, new Known(old.key(), now.plus(MINUTE)));
            return true;
        }
        if (!now.isBefore(minute.plus(MINUTE))) {
            minute = now;
            questions = 0;
        }
        return questions++ < QUESTIONS_A_MINUTE;
    }

    synchronized void keep(String kid, Optional<EbayKey> key) {
        Instant now = clock.instant();
        if (key.isPresent()) {
            strangers.remove(kid);
            keys.put(kid, new Known(key, now.plus(KEPT)));
        } else {
            keys.remove(kid);
            strangers.put(kid, new Known(key, now.plus(UNKNOWN_FOR)));
        }
    }

    private static Map<String, Known> bounded() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
                return size() > MOST_KEYS;
            }
        };
    }
}
