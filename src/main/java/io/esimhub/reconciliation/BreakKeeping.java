package io.esimhub.reconciliation;

import io.esimhub.operations.work.Turns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks whether what was to be mended is mended, by our own books; what is not after a while is a person's. */
@Component("breakKeeping")
class BreakKeeping {

    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final int AT_A_TIME = 500;
    private static final Duration FORGET_EVERY = Duration.ofHours(1);
    private static final Duration QUEUED_AT_MOST = Duration.ofDays(1);

    /** Also what has become a case in the meantime: the event may have been tried for hours. */
    private static final String BY_EVENT =
            """
            update reconciliation.breaks b
            set state = 'REPAIRED', ended_at = ?, ended_by = 'reconciliation', order_id = coalesce(b.order_id, i.order_id)
            from operations.inbox i, (
                select c.id, c.state from reconciliation.breaks c join operations.inbox e on e.id = c.event and e.outcome = 'MERGED'
                where c.state in ('REPAIRING', 'OPEN') order by c.id limit 500 for update of c skip locked) before
            where b.id = before.id and i.id = b.event
            returning b.id, b.kind, b.order_id, b.party, b.account, before.state""";

    private static final String BY_TELLING =
            """
            update reconciliation.breaks b set state = 'REPAIRED', ended_at = ?, ended_by = 'reconciliation'
            from (
                select w.id, w.state from reconciliation.breaks w
                join retail.confirmations c on c.order_id = w.order_id and c.told = c.deliveries and c.told_at >= w.found_at
                where w.state in ('REPAIRING', 'OPEN') and w.kind = 'WRITE_BACK'
                order by w.id limit 500 for update of w skip locked) before
            where b.id = before.id
            returning b.id, b.kind, b.order_id, b.party, b.account, before.state""";

    /** An event that the queue has not come to yet is only slow, for a day: after an outage there are thousands. */
    private static final String NOT_MENDED =
            """
            update reconciliation.breaks b set state = 'OPEN'
            from (
                select w.id, w.state from reconciliation.breaks w
                where w.state = 'REPAIRING' and (
                    w.found_at < ? and (w.found_at < ? or not exists (
                        select from operations.work q where q.task_name = 'work' and q.task_instance = 'inbox:' || w.event
                          and convert_from(q.task_data, 'UTF8')::jsonb ->> 'attempts' = '0'))
                    or exists (
                        select from operations.inbox i where i.id = w.event and i.outcome in ('DEAD_LETTER', 'NOT_RELEVANT')))
                order by w.id limit 100 for update of w skip locked) before
            where b.id = before.id
            returning b.id, b.kind, b.order_id, b.party, b.account, before.state""";

    /**
     * A purchase has been linked with the supplier's order since, as many units were sent as the channel showed (or nothing of the order is
     * compared any more), or what was bought has been sent.
     */
    private static final String OVERCOME =
            """
            update reconciliation.breaks b set state = 'REPAIRED', ended_at = ?, ended_by = 'reconciliation'
            where b.state = 'OPEN' and (
                b.kind = 'NOT_OURS' and exists (
                    select from fulfillment.purchases p
                    where p.supplier = b.party and p.supplier_order = b.subject and p.state in ('ACCEPTED', 'COMPLETED'))
                or b.kind = 'SENT_ELSEWHERE' and exists (
                    select from retail.orders o
                    where o.id = b.order_id and (o.cancelled or o.stopped_at is not null or not exists (
                        select from jsonb_each_text(case b.kind when 'SENT_ELSEWHERE' then b.details -> 'there' end) as there (line, units)
                        where there.units::integer > (
                            select count(*) from retail.order_lines l
                            join fulfillment.requests r on r.owner_kind = 'retail' and r.owner_line = l.id
                            join fulfillment.units u on u.request_id = r.id
                            where l.order_id = o.id and l.external_id = there.line and u.state = 'SENT'))))
                or b.kind = 'NOT_DELIVERED' and not exists (
                    select from fulfillment.esims e join fulfillment.units u on u.id = e.unit_id
                    where e.purchase_id = b.purchase_id and u.state = 'BOUGHT'))
            returning b.id, b.kind, b.order_id, b.party, b.account, 'OPEN' as state""";

    private final JdbcTemplate jdbc;
    private final Breaks breaks;
    private final Runs runs;
    private final RecoveryDesk recovery;
    private final Turns turns;
    private final ReconciliationProperties properties;
    private final TransactionTemplate transactions;
    private final Clock clock;

    BreakKeeping(
            JdbcTemplate jdbc,
            Breaks breaks,
            Runs runs,
            RecoveryDesk recovery,
            Turns turns,
            ReconciliationProperties properties,
            TransactionTemplate transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.breaks = breaks;
        this.runs = runs;
        this.recovery = recovery;
        this.turns = turns;
        this.properties = properties;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whether it is this process's turn. */
    public boolean isDue() {
        return turns.take("reconciliation-breaks", EVERY);
    }

    private record Shown(long id, String kind, Optional<Long> order, String whose, boolean wasCase) {}

    /** One step that fails keeps none of the others from being taken: a recovery least of all. */
    public void look() {
        Instant now = clock.instant();
        EachStep.of(
                () -> mended(BY_EVENT, now),
                () -> mended(BY_TELLING, now),
                () -> mended(OVERCOME, now),
                () -> notMended(now),
                recovery::step,
                () -> forget(now));
    }

    private void notMended(Instant now) {
        transactions.executeWithoutResult(status -> jdbc.query(
                        NOT_MENDED,
                        BreakKeeping::shown,
                        Timestamp.from(now.minus(properties.repairWithin())),
                        Timestamp.from(now.minus(QUEUED_AT_MOST)))
                .forEach(each -> breaks.show(
                        each.id(), each.kind(), each.order(), each.whose(), "it could not be mended in time")));
    }

    private void forget(Instant now) {
        if (turns.take("reconciliation-forget", FORGET_EVERY)) {
            runs.forget(now.minus(properties.keep()));
        }
    }

    /** Some at a time, so that no transaction holds many orders; until there are no more, so that none waits for the next turn. */
    private void mended(String statement, Instant now) {
        int ended = AT_A_TIME;
        while (ended == AT_A_TIME) {
            ended = Objects.requireNonNull(transactions.execute(status -> {
                List<Shown> some = jdbc.query(statement, BreakKeeping::shown, Timestamp.from(now));
                some.stream()
                        .filter(Shown::wasCase)
                        .forEach(
                                each -> breaks.hide(each.id(), each.order(), "reconciliation", "both sides agree now"));
                return some.size();
            }));
        }
    }

    private static Shown shown(ResultSet row, int number) throws SQLException {
        String account = row.getString("account");
        return new Shown(
                row.getLong("id"),
                row.getString("kind"),
                Optional.ofNullable(row.getObject("order_id", Long.class)),
                account.isEmpty() ? row.getString("party") : row.getString("party") + ":" + account,
                row.getString("state").equals("OPEN"));
    }
}
