package io.esimhub.operations.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.operations.sql.LastWrites;
import io.esimhub.operations.work.WorkQueue;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Takes events in, each once, together with the work item that will handle it: one commit, then the sender may be told. */
@Component
public class Inbox {

    /** One statement, so one commit and one trip to the database: the event, and the item that will handle it. */
    private static final String ACCEPT =
            """
            with event as (
                insert into operations.inbox (channel, shop, topic, delivery_id, body_sha256, headers, body, received_at)
                values (?, ?, ?, ?, ?, ?::jsonb, ?, ?)
                on conflict do nothing
                returning id
            ), cause as (
                select 'inbox:' || id as key, id::text as payload from event
            )
            """
                    + WorkQueue.OF_CAUSE;

    private static final String READ =
            "select channel, shop, topic, delivery_id, headers, body from operations.inbox where id = ?";

    private static final String ORDER_OF = "select order_id from operations.inbox where id = ?";

    private static final String PROCESSED =
            """
            update operations.inbox set processed_at = ?, outcome = ?, order_id = ?
            where id = ? and outcome is distinct from 'MERGED'""";

    private static final String BLANK =
            "update operations.inbox set body = convert_to('{}', 'UTF8'), headers = '{}' where id = ?";

    private static final String NOT_RELEVANT =
            """
            update operations.inbox set processed_at = ?, outcome = 'NOT_RELEVANT', note = ?
            where id = ? and outcome is distinct from 'MERGED'""";

    private final JdbcTemplate jdbc;
    private final LastWrites lastWrites;
    private final WorkQueue work;
    private final ObjectMapper json;
    private final Clock clock;

    Inbox(JdbcTemplate jdbc, LastWrites lastWrites, WorkQueue work, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.lastWrites = lastWrites;
        this.work = work;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param queue whose route handles the event
     * @param parsed the event as the caller has read it already, for the immediate run; may be null
     * @return the event's number, or empty if this very event is here already
     */
    public Optional<Long> accept(InboxEvent event, String queue, Object parsed) {
        Instant now = clock.instant();
        Optional<Long> id = jdbc
                .queryForList(
                        ACCEPT,
                        Long.class,
                        event.channel(),
                        event.shop(),
                        event.topic(),
                        event.deliveryId(),
                        sha256(event.body()),
                        headers(event),
                        event.body(),
                        Timestamp.from(now),
                        queue,
                        work.safetyNetFrom(now))
                .stream()
                .findFirst();
        id.ifPresent(number -> work.run(queue, key(number), number.toString(), parsed, now));
        return id;
    }

    /** The key of the work item that handles an event. */
    public static String key(long id) {
        return "inbox:" + id;
    }

    /** The order that an event went into, once it did. */
    public Optional<Long> orderOf(long id) {
        return jdbc.queryForList(ORDER_OF, Long.class, id).stream()
                .filter(java.util.Objects::nonNull)
                .findFirst();
    }

    public InboxEvent read(long id) {
        return jdbc.queryForObject(
                READ,
                (row, n) -> new InboxEvent(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        headers(row.getString(5)),
                        row.getBytes(6)),
                id);
    }

    /** @return false if it was merged before: a run that died after its first commit comes again */
    public boolean merged(long id, long orderId) {
        return processed(id, "MERGED", orderId) == 1;
    }

    /** For an order that this very transaction brought into the books: no run before can have got so far. */
    public void mergedFirst(long id, long orderId) {
        lastWrites.add(PROCESSED, Timestamp.from(clock.instant()), "MERGED", orderId, id);
    }

    /** For an event that is about no order in particular. */
    public void handled(long id) {
        lastWrites.add(PROCESSED, Timestamp.from(clock.instant()), "MERGED", null, id);
    }

    /** For an event that is understood and changes nothing. @param why in one word, e.g. {@code PENDING} */
    public void notRelevant(long id, String why) {
        lastWrites.add(NOT_RELEVANT, Timestamp.from(clock.instant()), why, id);
    }

    /** When it came. */
    public Instant receivedAt(long id) {
        return jdbc.queryForObject(
                "select received_at from operations.inbox where id = ?",
                (row, n) -> row.getTimestamp(1).toInstant(),
                id);
    }

    /** What it said is not kept any longer, only that it came. */
    public void blank(long id) {
        lastWrites.add(BLANK, id);
    }

    public void deadLetter(long id) {
        processed(id, "DEAD_LETTER", null);
    }

    private int processed(long id, String outcome, Long orderId) {
        return jdbc.update(PROCESSED, Timestamp.from(clock.instant()), outcome, orderId, id);
    }

    private String headers(InboxEvent event) {
        try {
            return json.writeValueAsString(event.headers());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("headers that cannot be written", e);
        }
    }

    private Map<String, String> headers(String kept) {
        try {
            return json.readValue(kept, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("headers that were not written here", e);
        }
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
