package io.esimhub.operations.keys;

import io.esimhub.operations.idempotency.IdempotentWrites;
import io.esimhub.operations.security.ScopedPaths;
import io.esimhub.operations.web.FieldError;
import io.esimhub.operations.web.JsonBody;
import io.esimhub.operations.web.Problem;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** {@code POST /api/v1/ops/api-keys} and {@code …/{id}/revoke}: operators let programs in, and out again. */
@Component("keyDesk")
class KeyDesk {

    private static final int LONGEST_REASON = 200;

    private final ApiKeys keys;
    private final Set<String> scopes;
    private final IdempotentWrites idempotent;
    private final JsonBody json;
    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    KeyDesk(ApiKeys keys, List<ScopedPaths> doors, IdempotentWrites idempotent, JsonBody json, Clock clock) {
        this.keys = keys;
        this.scopes = doors.stream().map(ScopedPaths::scope).collect(Collectors.toUnmodifiableSet());
        this.idempotent = idempotent;
        this.json = json;
        this.clock = clock;
    }

    /**
     * The key is in the first answer only: what is kept for a repeated request is kept without it.
     *
     * @throws Problem 409 a live key has that name, 422 naming every wrong field
     */
    public Map<String, Object> create(String idempotencyKey, byte[] body, String operator) {
        KeyWish wish = KeyWish.read(json.read(body), scopes, clock.instant());
        ApiKey key = ApiKey.fresh(random);
        Map<String, Object> made = idempotent.once(
                idempotencyKey, "POST api-keys", body, () -> described(added(key, wish, operator), key, wish));
        return key.begins().equals(made.get("begins")) ? withKey(made, key) : made;
    }

    /** @throws Problem 404 no such key, 409 it is revoked already, 422 no reason */
    @Transactional
    public Map<String, Object> revoke(String id, byte[] body, String operator) {
        String reason = json.read(body).path("reason").asText("").strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw Problem.unprocessable(
                    "incomplete",
                    "Say why.",
                    List.of(new FieldError("reason", "is missing or longer than 200 characters", "say why")));
        }
        long number = id.matches("[0-9]{1,18}") ? Long.parseLong(id) : -1;
        boolean revoked = keys.revoked(number)
                .orElseThrow(() -> Problem.notFound("no-such-key", "There is no API key of this id."));
        if (revoked) {
            throw Problem.conflict("key-revoked", "The key is revoked already.");
        }
        keys.revoke(number, operator, reason);
        return Map.of("id", number, "revoked", true, "by", operator);
    }

    private long added(ApiKey key, KeyWish wish, String operator) {
        return keys.add(key, wish, operator)
                .orElseThrow(() -> Problem.conflict(
                        "key-name-taken",
                        "A key of this name is in use. Take another name, or revoke that key first."));
    }

    private static Map<String, Object> described(long id, ApiKey key, KeyWish wish) {
        Map<String, Object> made = new LinkedHashMap<>();
        made.put("id", id);
        made.put("name", wish.name());
        made.put("scopes", wish.scopes());
        made.put("begins", key.begins());
        made.put("expiresAt", wish.expiresAt().map(Instant::toString).orElse(null));
        return made;
    }

    private static Map<String, Object> withKey(Map<String, Object> made, ApiKey key) {
        Map<String, Object> shown = new LinkedHashMap<>(made);
        shown.put("key", key.text());
        return shown;
    }
}
