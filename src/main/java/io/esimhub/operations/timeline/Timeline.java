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

    private static final String INSERT_NEWS =
            """
            insert into operations.timeline (owner_kind, order_id, at, event, by, details)
            select news.* from (select ?::text as owner_kind, ?::bigint as order_id, ?::timestamptz as at, ?::text as event, ?::text as by,
                ?::jsonb as details) news
            where not exists (
                select from (
                    select t.event, t.details from operations.timeline t
                    where t.order_id = news.order_id and t.owner_kind = news.owner_kind order by t.id desc limit 1) newest
                where newest.event = news.event and newest.details = news.details)""";

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

    /** Nothing, if it would repeat the newest line: what is looked at every minute is told once. */
    public void writeNews(String ownerKind, long orderId, TimelineEntry entry) {
        writes.add(
                INSERT_NEWS,
                ownerKind,
                orderId,
                Timestamp.from(clock.instant()),
                entry.event(),
                entry.by(),
                text(entry));
    }

    private String text(TimelineEntry entry) {
        try {
            return json.writeValueAsString(entry.details());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("details of \"" + entry.event() + "\" cannot be written", e);
        }
    }
}
