package io.esimhub.channels;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Remembers how far a channel's list was read: by the newest time that the channel itself said, never by our clock. */
@Component
public class ChannelCursors {

    private static final String POSITION =
            "select position from channels.cursors where channel = ? and account = ? and name = ?";

    private static final String ADVANCE =
            """
            insert into channels.cursors as c (channel, account, name, position) values (?, ?, ?, ?)
            on conflict (channel, account, name) do update set position = greatest(c.position, excluded.position)""";

    private final JdbcTemplate jdbc;

    ChannelCursors(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param name of the list, e.g. {@code searchOrders} */
    public Optional<Instant> position(String channel, String account, String name) {
        return jdbc.queryForList(POSITION, Timestamp.class, channel, account, name).stream()
                .findFirst()
                .map(Timestamp::toInstant);
    }

    /** Never back. */
    public void advance(String channel, String account, String name, Instant newest) {
        jdbc.update(ADVANCE, channel, account, name, Timestamp.from(newest));
    }
}
