package io.esimhub.operations.timeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes the story of orders down, in the caller's transaction. */
@Component
public class Timeline {

    private static final String INSERT =
            """
            insert into operations.timeline (owner_kind, order_id, at, event, by, details)
            values (?, ?, ?, ?, ?, ?::jsonb)""";

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    Timeline(JdbcTemplate jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    public void write(String ownerKind, long orderId, List<TimelineEntry> entries) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.batchUpdate(
                INSERT,
                entries.stream()
                        .map(entry -> new Object[] {ownerKind, orderId, now, entry.event(), entry.by(), text(entry)})
                        .toList());
    }

    public void write(String ownerKind, long orderId, TimelineEntry entry) {
        write(ownerKind, orderId, List.of(entry));
    }

    private String text(TimelineEntry entry) {
        try {
            return json.writeValueAsString(entry.details());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("details of \"" + entry.event() + "\" cannot be written", e);
        }
    }
}
