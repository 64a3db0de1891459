package io.esimhub.operations.secrets;

import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Towards which key rows are encrypted anew. While the settings of some processes are new and those of others old, the two would
 * otherwise undo each other's work for ever. The database's clock counts.
 */
@Component
class RotationDirection {

    private static final String HOLD =
            """
            insert into operations.secret_rotation as r (key, until) values (?, clock_timestamp() + ? * interval '1 millisecond')
            on conflict (only_row) do update set key = excluded.key, until = excluded.until
            where r.key = excluded.key or r.until <= clock_timestamp()
            returning true""";

    private static final String HELD = "select key from operations.secret_rotation where until > clock_timestamp()";

    private final JdbcTemplate jdbc;
    private final RotationProperties settings;

    RotationDirection(JdbcTemplate jdbc, RotationProperties settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** @return whether rows go towards this key now, and for a while yet */
    boolean hold(String key) {
        return !jdbc.queryForList(HOLD, Boolean.class, key, settings.lease().toMillis())
                .isEmpty();
    }

    /** The key that processes rotate towards at present. */
    Optional<String> held() {
        return jdbc.queryForList(HELD, String.class).stream().findFirst();
    }
}
