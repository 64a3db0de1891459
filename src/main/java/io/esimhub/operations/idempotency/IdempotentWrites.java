package io.esimhub.operations.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.operations.web.FieldError;
import io.esimhub.operations.web.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** {@code Idempotency-Key}: the same request twice is done once, and answered alike. Kept for a week. */
@Component
public class IdempotentWrites {

    private static final Duration KEPT = Duration.ofDays(7);
    private static final int LONGEST = 200;

    private static final String FORGET = "delete from operations.idempotency where at < ?";

    /** Waits for another request with the same key to end. */
    private static final String FIRST =
            "insert into operations.idempotency (key, request_sha256, at) values (?, ?, ?) on conflict do nothing";

    private static final String DONE = "update operations.idempotency set answer = ?::jsonb where key = ?";

    private static final String BEFORE = "select request_sha256, answer from operations.idempotency where key = ?";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final ObjectMapper json;
    private final Clock clock;

    IdempotentWrites(JdbcTemplate jdbc, TransactionTemplate transactions, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param key as the client sent it; null or blank: nothing is remembered
     * @param what the request is, beside its body, e.g. method and path
     * @throws Problem 422 if the key was used for another request
     */
    public Map<String, Object> once(String key, String what, byte[] body, Supplier<Map<String, Object>> act) {
        if (key == null || key.isBlank()) {
            return transactions.execute(status -> act.get());
        }
        if (key.length() > LONGEST) {
            throw used("too-long", "Idempotency-Key is longer than " + LONGEST + " characters.");
        }
        return transactions.execute(status -> {
            byte[] request = sha256(what, body);
            Instant now = clock.instant();
            jdbc.update(FORGET, Timestamp.from(now.minus(KEPT)));
            if (jdbc.update(FIRST, key, request, Timestamp.from(now)) == 0) {
                return before(key, request);
            }
            Map<String, Object> answer = act.get();
            jdbc.update(DONE, written(answer), key);
            return answer;
        });
    }

    private Map<String, Object> before(String key, byte[] request) {
        return jdbc.queryForObject(
                BEFORE,
                (row, n) -> {
                    if (!MessageDigest.isEqual(row.getBytes(1), request)) {
                        throw used("used-before", "Idempotency-Key was used for another request. Take a new one.");
                    }
                    return read(row.getString(2));
                },
                key);
    }

    private static Problem used(String code, String sentence) {
        return Problem.unprocessable(
                "idempotency-key", sentence, List.of(new FieldError("Idempotency-Key", code, "send one of your own")));
    }

    private String written(Map<String, Object> answer) {
        try {
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer that cannot be written", e);
        }
    }

    private Map<String, Object> read(String answer) {
        try {
            return json.readValue(answer, new TypeReference<Map<String, Object>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer that was not written here", e);
        }
    }

    private static byte[] sha256(String what, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(what.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return digest.digest(body == null ? new byte[0] : body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
