package io.esimhub.orders;

import io.esimhub.operations.work.WorkQueue;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The books of what channels are told: that there is something to tell, who is telling it, and that it was heard. */
@Component
class Confirmations {

    static final String QUEUE = "confirm";

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private static final String WANTED =
            """
            with wanted as (
                insert into retail.confirmations as c (order_id, deliveries, work_key, changed_at)
                values (?, 1, ?, ?)
                on conflict (order_id) do update
                set deliveries = c.deliveries + 1, work_key = excluded.work_key, changed_at = excluded.changed_at
                returning order_id, work_key
            ), cause as (
                select work_key as key, order_id::text as payload from wanted
            )
            """
                    + WorkQueue.OF_CAUSE;

    /** What was sent before the hub could tell this channel has no row yet. */
    private static final String AGAIN =
            """
            with wanted as (
                insert into retail.confirmations as c (order_id, deliveries, work_key, changed_at)
                select ?, count(*), ?, ? from fulfillment.deliveries d
                where d.owner_kind = 'retail' and d.owner_order = ? and d.state = 'SENT' having count(*) > 0
                on conflict (order_id) do update
                set told = 0, told_at = null, work_key = excluded.work_key, changed_at = excluded.changed_at
                where c.told = c.deliveries
                returning order_id, work_key
            ), cause as (
                select work_key as key, order_id::text as payload from wanted
            )
            """
                    + WorkQueue.OF_CAUSE;

    private static final String TAKE =
            """
            update retail.confirmations set telling_by = ?, telling_until = ?
            where order_id = ? and told < deliveries and (telling_by is null or telling_until < ?)
            returning deliveries""";

    private static final String BUSY_UNTIL =
            "select least(telling_until, ?) from retail.confirmations where order_id = ? and told < deliveries";

    private static final String TROUBLED =
            "select exists (select from retail.orders where id = ? and state = 'NEEDS_ATTENTION')";

    private static final String TOLD =
            """
            update retail.confirmations set told = greatest(told, ?), told_at = ?, telling_by = null, telling_until = null
            where order_id = ? and told < ?""";

    private static final String LET_GO =
            """
            update retail.confirmations set telling_by = null, telling_until = null where order_id = ? and telling_by = ?""";

    private final JdbcTemplate jdbc;
    private final List<SalesChannel> channels;
    private final SentLines sent;
    private final WorkQueue work;
    private final OrderProperties properties;
    private final Clock clock;

    Confirmations(
            JdbcTemplate jdbc,
            List<SalesChannel> channels,
            SentLines sent,
            WorkQueue work,
            OrderProperties properties,
            Clock clock) {
        this.jdbc = jdbc;
        this.channels = channels;
        this.sent = sent;
        this.work = work;
        this.properties = properties;
        this.clock = clock;
    }

    /** In the transaction that wrote down that a mail is out. A channel that cannot be told costs nothing. */
    void wanted(long order, OrderIdentity identity, long delivery) {
        boolean heard = channels.stream()
                .anyMatch(channel -> channel.code().equals(identity.channel()) && channel.hears(identity.shop()));
        if (heard) {
            Instant now = clock.instant();
            String key = "confirm:" + order + ":" + delivery;
            jdbc.queryForList(WANTED, String.class, order, key, Timestamp.from(now), QUEUE, work.safetyNetFrom(now))
                    .forEach(payload -> work.run(QUEUE, key, payload, null, now));
        }
    }

    /** @return false if there is nothing to tell, or it is being told anyway */
    boolean again(long order) {
        Instant now = clock.instant();
        String key = "confirm:" + order + ":again:" + UUID.randomUUID();
        List<String> wanted = jdbc.queryForList(
                AGAIN, String.class, order, key, Timestamp.from(now), order, QUEUE, work.safetyNetFrom(now));
        wanted.forEach(payload -> work.run(QUEUE, key, payload, null, now));
        return !wanted.isEmpty();
    }

    /** What one run has in its hands. @param run its name */
    record Telling(UUID run, SentNotice notice) {}

    /** @return empty if there is nothing to tell, or somebody else is telling it: then {@link #busyUntil} says how long */
    @Transactional
    Optional<Telling> take(long order) {
        Instant now = clock.instant();
        UUID run = UUID.randomUUID();
        return jdbc
                .queryForList(
                        TAKE,
                        Integer.class,
                        run,
                        Timestamp.from(now.plus(properties.confirmWithin())),
                        order,
                        Timestamp.from(now))
                .stream()
                .findFirst()
                .map(number -> new Telling(run, sent.notice(order, number)));
    }

    /** When to look again; empty if the channel knows everything. */
    Optional<Instant> busyUntil(long order) {
        Instant soon = clock.instant().plus(LOOK_AGAIN);
        return jdbc.queryForList(BUSY_UNTIL, Timestamp.class, Timestamp.from(soon), order).stream()
                .findFirst()
                .map(Timestamp::toInstant);
    }

    /** The order shows that a person is needed; that the channel was told at last may change it. */
    boolean troubled(long order) {
        return Boolean.TRUE.equals(jdbc.queryForObject(TROUBLED, Boolean.class, order));
    }

    /** The channel has heard of so many mails. */
    void heard(long order, int number) {
        jdbc.update(TOLD, number, Timestamp.from(clock.instant()), order, number);
    }

    void letGo(Telling telling) {
        jdbc.update(LET_GO, telling.notice().order(), telling.run());
    }
}
