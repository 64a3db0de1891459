package io.esimhub.sandbox.amazon;

import io.esimhub.sandbox.SandboxClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Tokens that let in, for an hour. */
@Component
class AmazonTokens {

    static final Duration LIFE = Duration.ofHours(1);

    private final SandboxClock clock;
    private final Map<String, Instant> until = new ConcurrentHashMap<>();

    AmazonTokens(SandboxClock clock) {
        this.clock = clock;
    }

    /** @param start {@code Atza|}, or {@code Atz.sprdt|} for restricted data */
    String mint(String start) {
        String token = start + UUID.randomUUID();
        until.put(token, clock.instant().plus(LIFE));
        return token;
    }

    boolean letsIn(String token) {
        Instant end = token == null ? null : until.get(token);
        return end != null && clock.instant().isBefore(end);
    }

    static boolean restricted(String token) {
        return token != null && token.startsWith("Atz.sprdt|");
    }
}
