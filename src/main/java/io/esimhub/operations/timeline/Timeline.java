package io.esimhub.operations.timeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.operations.sql.LastWrites;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes the story of orders down, in the caller's transaction. */
@Component
public class Timeline {

    private static final String INSERT =
            """
            insert into operations.timeline (owner_kind, order_id, at, event, by, details)
            select ?, ?, ?, event, by, details::jsonb from unnest(?::text[], ?::text[], ?::text[]) entry (event, by, details)""";

    private final LastWrites writes;
    private final ObjectMapper json;
    private final Clock clock;

    Timeline(LastWrites writes, ObjectMapper json, Clock clock) {
        this.writes = writes;
        this.json = json;
        this.clock = clock;
    }

    public void write(String ownerKind, long orderId, List<TimelineEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        writes.add(
                INSERT,
                ownerKind,
                orderId,
                Timestamp.from(clock.instant()),
                entries.stream().map(TimelineEntry::event).toArray(String[]::new),
                entries.stream().map(TimelineEntry::by).toArray(String[]::new),
                entries.stream().map(this::text).toArray(String[]::new));
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
