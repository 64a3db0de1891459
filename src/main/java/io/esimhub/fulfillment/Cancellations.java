package io.esimhub.fulfillment;

import io.esimhub.model.Money;
import io.esimhub.suppliers.EsimReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The books of what is given back. Every change is made under the order's lock, from the row as it was read under it. */
@Component
class Cancellations {

    private static final String ESIM =
            """
            select e.id as esim, e.supplier, e.supplier_esim_id, e.iccid, u.id as unit, u.state as unit_state, r.owner_kind,
                r.owner_order, r.sku, p.supplier_order, p.supplier_sku, p.unit_cost, p.cost_currency,
                x.id, x.state, x.outcome, x.answer, x.sendings, x.in_doubt, x.answer_by,
                -- a mail that was withdrawn may have left all the same, and an operator may have read the code out
                exists (select from fulfillment.delivery_esims c where c.esim_id = e.id)
                    or exists (select from operations.secret_views v where v.esim_id = e.id) as handed_over
            from fulfillment.esims e
            join fulfillment.units u on u.id = e.unit_id
            join fulfillment.requests r on r.id = u.request_id
            join fulfillment.purchases p on p.id = e.purchase_id
            left join fulfillment.cancellations x on x.esim_id = e.id
            """;

    private static final String REQUEST =
            """
            insert into fulfillment.cancellations (esim_id, state, requested_at) values (?, 'REQUESTED', ?) returning id""";

    private static final String KEEP =
            """
            insert into fulfillment.cancellations (esim_id, state, outcome, requested_at, ended_at)
            values (?, 'KEPT', ?, ?, ?) returning id""";

    private static final String DISPATCH =
            """
            update fulfillment.cancellations
            set state = 'DISPATCHED', outcome = null, answer = null, sendings = sendings + 1, dispatched_at = ?, answer_by = ?
            where id = ? and state = ? and sendings = ?""";

    private static final String MOVE =
            """
            update fulfillment.cancellations set state = ?, outcome = ?, answer = ?, in_doubt = ?, ended_at = ?
            where id = ? and state = ? and sendings = ?""";

    private static final String ASK_AGAIN =
            """
            update fulfillment.cancellations set state = 'REQUESTED', outcome = null, answer = null, sendings = 0, in_doubt = false,
                dispatched_at = null, answer_by = null, ended_at = null, requested_at = ?
            where id = ? and state = 'KEPT'""";

    private static final String ASKED =
            "update fulfillment.cancellations set asked = asked + 1 where id = ? returning asked";

    private static final String MOVED_BY = "update fulfillment.cancellations set work_key = ? where id = ?";

    /** A mail that is going out at this moment, with the eSIM perhaps in it. */
    private static final String IN_HAND =
            """
            select max(d.sending_until) from fulfillment.delivery_esims c join fulfillment.deliveries d on d.id = c.delivery_id
            where c.esim_id = ? and d.state = 'PENDING' and d.sending_until > ?""";

    private final JdbcTemplate jdbc;

    Cancellations(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Optional<BoughtEsim> esim(long esim) {
        return jdbc.query(ESIM + "where e.id = ?", (row, n) -> bought(row), esim).stream()
                .findFirst();
    }

    Optional<Cancellation> ofEsim(long esim) {
        return jdbc.query(ESIM + "where x.esim_id = ?", (row, n) -> cancellation(row), esim).stream()
                .findFirst();
    }

    Optional<Cancellation> byId(long id) {
        return jdbc.query(ESIM + "where x.id = ?", (row, n) -> cancellation(row), id).stream()
                .findFirst();
    }

    /** @return the id of the new cancellation */
    long request(long esim, Instant now) {
        return jdbc.queryForObject(REQUEST, Long.class, esim, Timestamp.from(now));
    }

    /** Not asked for at all: this is for a person. */
    long keep(long esim, String outcome, Instant now) {
        return jdbc.queryForObject(KEEP, Long.class, esim, outcome, Timestamp.from(now), Timestamp.from(now));
    }

    /** Writes down that the request is about to be sent. After the commit it may have happened, whatever comes. */
    void dispatch(Cancellation current, Instant now, Instant answerBy) {
        one(jdbc.update(
                DISPATCH,
                Timestamp.from(now),
                Timestamp.from(answerBy),
                current.id(),
                current.state().name(),
                current.sendings()));
    }

    /** @param answer the supplier's words, or null */
    void move(Cancellation current, CancellationState next, String outcome, String answer, Instant now) {
        one(jdbc.update(
                MOVE,
                next.name(),
                outcome,
                answer,
                current.inDoubt() || next == CancellationState.UNKNOWN,
                next.ended() ? Timestamp.from(now) : null,
                current.id(),
                current.state().name(),
                current.sendings()));
    }

    /** What was kept is tried once more, with a clean slate. */
    void askAgain(Cancellation kept, Instant now) {
        one(jdbc.update(ASK_AGAIN, Timestamp.from(now), kept.id()));
    }

    /** @return how often a person has asked for it by now */
    int asked(long id) {
        return jdbc.queryForObject(ASKED, Integer.class, id);
    }

    void movedBy(long id, String workKey) {
        jdbc.update(MOVED_BY, workKey, id);
    }

    /** Until when a mail with this eSIM may be on its way; empty if none is. */
    Optional<Instant> mailInHandUntil(long esim, Instant now) {
        return Optional.ofNullable(jdbc.queryForObject(IN_HAND, Timestamp.class, esim, Timestamp.from(now)))
                .map(Timestamp::toInstant);
    }

    private static void one(int changed) {
        if (changed != 1) {
            throw new IllegalStateException("a cancellation was changed without its order's lock");
        }
    }

    private static Cancellation cancellation(ResultSet row) throws SQLException {
        return new Cancellation(
                row.getLong("id"),
                bought(row),
                CancellationState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("outcome")),
                Optional.ofNullable(row.getString("answer")),
                row.getInt("sendings"),
                row.getBoolean("in_doubt"),
                Optional.ofNullable(row.getTimestamp("answer_by")).map(Timestamp::toInstant));
    }

    private static BoughtEsim bought(ResultSet row) throws SQLException {
        return new BoughtEsim(
                row.getLong("esim"),
                row.getLong("unit"),
                UnitState.valueOf(row.getString("unit_state")),
                new OrderRef(row.getString("owner_kind"), row.getLong("owner_order")),
                row.getString("sku"),
                row.getString("supplier"),
                new Money(row.getBigDecimal("unit_cost"), row.getString("cost_currency")),
                new EsimReference(
                        row.getString("supplier_order"),
                        row.getString("supplier_sku"),
                        row.getString("supplier_esim_id"),
                        Optional.ofNullable(row.getString("iccid")),
                        row.getBoolean("handed_over")));
    }
}
