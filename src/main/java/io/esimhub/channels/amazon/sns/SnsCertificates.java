package io.esimhub.channels.amazon.sns;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** SNS's certificates by their addresses, kept for a day. Bounded, and only so many are asked for in a minute: a forger names the address. */
@Component
public class SnsCertificates {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final Duration NONE_FOR = Duration.ofMinutes(10);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int MOST = 100;
    private static final int QUESTIONS_A_MINUTE = 10;

    private final Clock clock;
    private final Map<URI, Known> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<URI, Known> eldest) {
            return size() > MOST;
        }
    };
    private Instant minute = Instant.EPOCH;
    private int questions;

    SnsCertificates(Clock clock) {
        this.clock = clock;
    }

    /** @param certificate empty: there is none at that address */
    private record Known(Optional<X509Certificate> certificate, Instant until) {}

    /** What is known of an address: nothing; that there is none; or the certificate. */
    public synchronized Optional<Optional<X509Certificate>> find(URI address) {
        return Optional.ofNullable(known.get(address))
                .filter(entry -> clock.instant().isBefore(entry.until()))
                .map(Known::certificate);
    }

    /** @return whether another one may be fetched now */
    public synchronized boolean mayAsk() {
        Instant now = clock.instant();
        if (!now.isBefore(minute.plus(MINUTE))) {
            minute = now;
            questions = 0;
        }
        return questions++ < QUESTIONS_A_MINUTE;
    }

    public synchronized void keep(URI address, Optional<X509Certificate> certificate) {
        known.put(address, new Known(certificate, clock.instant().plus(certificate.isPresent() ? KEPT : NONE_FOR)));
    }
}
