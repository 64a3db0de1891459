package io.esimhub.channels.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Keys of others, by the names that messages give them. Whoever sends us something chooses the name, so the cache is bounded, names that
 * stand for nothing are remembered too, and only so many are asked for in a minute. A key that was genuine is neither pushed out by
 * strangers' names nor does it wait behind them when its time is over: else forged names alone would keep the real sender out.
 */
public class KeyCache<N, K> {

    private static final Duration UNKNOWN_FOR = Duration.ofMinutes(10);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int MOST = 500;
    private static final int QUESTIONS_A_MINUTE = 10;

    private final Clock clock;
    private final Duration kept;
    private final Map<N, Known<K>> keys = bounded();
    private final Map<N, Known<K>> strangers = bounded();
    private Instant minute = Instant.EPOCH;
    private int questions;

    /** @param kept how long a key is used before it is asked for again */
    protected KeyCache(Clock clock, Duration kept) {
        this.clock = clock;
        this.kept = kept;
    }

    /** @param key empty: there is no such key */
    private record Known<K>(Optional<K> key, Instant until) {}

    /** What is known of a name: nothing; that there is no such key; or the key. */
    public synchronized Optional<Optional<K>> find(N name) {
        return Optional.ofNullable(keys.get(name))
                .or(() -> Optional.ofNullable(strangers.get(name)))
                .filter(entry -> clock.instant().isBefore(entry.until()))
                .map(Known::key);
    }

    /** @return whether it may be asked for now; one asks for a key anew, and the others use the old one meanwhile */
    public synchronized boolean mayAsk(N name) {
        Instant now = clock.instant();
        Known<K> old = keys.get(name);
        if (old != null) {
            keys.put(name, new Known<>(old.key(), now.plus(MINUTE)));
            return true;
        }
        if (!now.isBefore(minute.plus(MINUTE))) {
            minute = now;
            questions = 0;
        }
        return questions++ < QUESTIONS_A_MINUTE;
    }

    public synchronized void keep(N name, Optional<K> key) {
        Instant now = clock.instant();
        if (key.isPresent()) {
            strangers.remove(name);
            keys.put(name, new Known<>(key, now.plus(kept)));
        } else {
            keys.remove(name);
            strangers.put(name, new Known<>(key, now.plus(UNKNOWN_FOR)));
        }
    }

    private static <N, V> Map<N, V> bounded() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<N, V> eldest) {
                return size() > MOST;
            }
        };
    }
}
