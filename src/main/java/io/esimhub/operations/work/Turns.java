package io.esimhub.operations.work;

import java.time.Duration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Lets one process at a time do what all of them would do on their timers. The database's clock counts. */
@Component
public class Turns {

    private static final String TAKE =
            """
            insert into operations.turns as t (name, next_at) values (?, clock_timestamp() + ? * interval '1 millisecond')
            on conflict (name) do update set next_at = excluded.next_at where t.next_at <= clock_timestamp()
            returning true""";

    private static final String NOW =
            "update operations.turns set next_at = least(next_at, clock_timestamp()) where name = ?";

    private final JdbcTemplate jdbc;

    Turns(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Ends the pause: there is a reason not to wait. */
    public void now(String name) {
        jdbc.update(NOW, name);
    }

    /** @return whether it is this process's turn now; if so, nobody's again before the pause is over */
    public boolean take(String name, Duration pause) {
        return !jdbc.queryForList(TAKE, Boolean.class, name, pause.toMillis()).isEmpty();
    }
}
