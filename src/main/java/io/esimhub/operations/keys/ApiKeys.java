package io.esimhub.operations.keys;

import io.esimhub.operations.security.BearerLogin;
import io.esimhub.operations.security.KeyHolder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The books of keys. */
@Component
class ApiKeys implements BearerLogin {

    private static final String ONE =
            """
            select id, secret_sha256, name, scopes, expires_at, last_used_at, revoked_at is not null as revoked
            from operations.api_keys where public_id = ?""";

    private static final String USED =
            "update operations.api_keys set last_used_at = ? where id = ? and (last_used_at is null or last_used_at < ?)";

    private static final String ADD =
            """
            insert into operations.api_keys (public_id, secret_sha256, name, scopes, created_by, created_at, expires_at)
            values (?, ?, ?, ?, ?, ?, ?) on conflict (name) where revoked_at is null do nothing returning id""";

    private static final String REVOKED =
            "select revoked_at is not null from operations.api_keys where id = ? for update";

    private static final String REVOKE =
            "update operations.api_keys set revoked_at = ?, revoked_by = ?, revoke_reason = ? where id = ?";

    private final JdbcTemplate jdbc;
    private final Clock clock;

    ApiKeys(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<KeyHolder> holder(String bearer) {
        Instant now = clock.instant();
        return ApiKey.read(bearer)
                .flatMap(presented -> kept(presented).filter(kept -> kept.opens(presented, now)))
                .map(kept -> {
                    if (kept.useIsWorthNoting(now)) {
                        jdbc.update(
                                USED, Timestamp.from(now), kept.id(), Timestamp.from(now.minus(KeptKey.NOTED_EVERY)));
                    }
                    return new KeyHolder(kept.name(), kept.scopes());
                });
    }

    /** @return its id; empty if a live key has that name */
    Optional<Long> add(ApiKey key, KeyWish wish, String operator) {
        return jdbc
                .query(
                        ADD,
                        (row, n) -> row.getLong(1),
                        key.publicId(),
                        key.hash(),
                        wish.name(),
                        wish.scopes().toArray(String[]::new),
                        operator,
                        Timestamp.from(clock.instant()),
                        wish.expiresAt().map(Timestamp::from).orElse(null))
                .stream()
                .findFirst();
    }

    /** Locks it. Empty: there is none. */
    Optional<Boolean> revoked(long id) {
        return jdbc.query(REVOKED, (row, n) -> row.getBoolean(1), id).stream().findFirst();
    }

    void revoke(long id, String operator, String reason) {
        jdbc.update(REVOKE, Timestamp.from(clock.instant()), operator, reason, id);
    }

    private Optional<KeptKey> kept(ApiKey presented) {
        return jdbc.query(ONE, ApiKeys::kept, presented.publicId()).stream().findFirst();
    }

    private static KeptKey kept(ResultSet row, int number) throws SQLException {
        return new KeptKey(
                row.getLong("id"),
                row.getBytes("secret_sha256"),
                row.getString("name"),
                List.copyOf(Arrays.asList((String[]) row.getArray("scopes").getArray())),
                Optional.ofNullable(row.getTimestamp("expires_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getTimestamp("last_used_at")).map(Timestamp::toInstant),
                row.getBoolean("revoked"));
    }
}
