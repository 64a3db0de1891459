package io.esimhub.orders;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.fulfillment.OrderRemedies;
import io.esimhub.operations.cases.CaseReplay;
import io.esimhub.operations.http.VendorJson;
import io.esimhub.operations.idempotency.IdempotentWrites;
import io.esimhub.operations.timeline.Timeline;
import io.esimhub.operations.timeline.TimelineEntry;
import io.esimhub.operations.web.FieldError;
import io.esimhub.operations.web.JsonBody;
import io.esimhub.operations.web.Problem;
import io.esimhub.operations.work.WorkQueue;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * {@code POST /api/v1/ops/orders/{number}/resend|retry|cancel|release}: what an operator does to an order, with a reason, under the order's
 * lock, and told on its timeline. The order goes on by a work item of its own.
 */
@Component("orderActs")
class OrderActs {

    private static final String LOCK =
            """
            select id, state, held, released_at is not null as released, stopped_at is not null as stopped, ignored,
                coalesce(deliver_to, email) as recipient
            from retail.orders where number = ? for update""";

    private static final String STOP =
            "update retail.orders set stopped_at = ?, stopped_by = ? where id = ? and stopped_at is null";

    private static final String RELEASE = "update retail.orders set released_at = ?, released_by = ? where id = ?";

    private static final String REPLAYABLE =
            """
            select id from operations.cases
            where owner_kind = 'retail' and order_id = ? and state = 'OPEN' and work_queue is not null order by id""";

    private final JdbcTemplate jdbc;
    private final OrderRemedies remedies;
    private final OrderResends resends;
    private final Holds holds;
    private final CaseReplay replay;
    private final Timeline timeline;
    private final WorkQueue work;
    private final IdempotentWrites once;
    private final JsonBody json;
    private final Clock clock;

    OrderActs(
            JdbcTemplate jdbc,
            OrderRemedies remedies,
            OrderResends resends,
            Holds holds,
            CaseReplay replay,
            Timeline timeline,
            WorkQueue work,
            IdempotentWrites once,
            JsonBody json,
            Clock clock) {
        this.jdbc = jdbc;
        this.remedies = remedies;
        this.resends = resends;
        this.holds = holds;
        this.replay = replay;
        this.timeline = timeline;
        this.work = work;
        this.once = once;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param key of idempotency, or null
     * @throws Problem 404 no such order, 409 nothing of it can be mailed, 422 no reason or no usable address
     */
    public Map<String, Object> resend(String number, String key, byte[] body, String operator) {
        return act(number, "resend", key, body, order -> {
            int esims = resends.resend(order, json.read(body), reason(body), operator);
            goOn(order, "");
            return Map.of("esims", esims);
        });
    }

    /** @throws Problem 404 no such order, 422 no reason */
    public Map<String, Object> retry(String number, String key, byte[] body, String operator) {
        return act(number, "retry", key, body, order -> {
            List<Long> cases = jdbc.queryForList(REPLAYABLE, Long.class, order.id());
            cases.forEach(id -> replay.replay(Long.toString(id), operator));
            tell(order, "tried again", operator, body, Map.of("cases", cases.size()));
            goOn(order, " reopen");
            return Map.of("replayed", cases.size());
        });
    }

    /** @throws Problem 404 no such order, 409 it is ignored, 422 no reason */
    public Map<String, Object> cancel(String number, String key, byte[] body, String operator) {
        return act(number, "cancel", key, body, order -> {
            order.ignored().ifPresent(why -> {
                throw Problem.conflict("ignored", "Nothing is done for this order anyway (" + why + ").");
            });
            if (!order.stopped()) {
                jdbc.update(STOP, Timestamp.from(clock.instant()), operator, order.id());
                remedies.oweNothing(order.ref());
                holds.released(order.id(), operator, "the order was cancelled");
                tell(order, "cancelled by an operator", operator, body, Map.of());
                goOn(order, "");
            }
            return Map.of("money", "The hub moves no money: refund the customer at the channel.");
        });
    }

    /** @throws Problem 404 no such order, 409 it is not held, 422 no reason */
    public Map<String, Object> release(String number, String key, byte[] body, String operator) {
        return act(number, "release", key, body, order -> {
            if (!order.held() || order.stopped()) {
                throw Problem.conflict(
                        "not-held",
                        "The order is " + order.state() + " and not held. To try parked units again: retry.");
            }
            jdbc.update(RELEASE, Timestamp.from(clock.instant()), operator, order.id());
            holds.released(order.id(), operator, reason(body));
            tell(order, "released", operator, body, Map.of());
            goOn(order, "");
            return Map.of();
        });
    }

    private Map<String, Object> act(
            String number,
            String verb,
            String key,
            byte[] body,
            java.util.function.Function<ActedOrder, Map<String, Object>> what) {
        reason(body);
        return once.once(key, number + "/" + verb, body, () -> {
            ActedOrder order = lock(number);
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("number", number);
            answer.put("accepted", verb);
            answer.putAll(what.apply(order));
            return answer;
        });
    }

    private ActedOrder lock(String number) {
        return jdbc
                .query(
                        LOCK,
                        (row, n) -> new ActedOrder(
                                row.getLong("id"),
                                row.getString("state"),
                                row.getString("held") != null && !row.getBoolean("released"),
                                row.getBoolean("stopped"),
                                Optional.ofNullable(row.getString("ignored")),
                                Optional.ofNullable(row.getString("recipient"))),
                        number)
                .stream()
                .findFirst()
                .orElseThrow(
                        () -> Problem.notFound("no-such-order", "There is no such order. Use the hub's own number."));
    }

    /** After the commit this process goes on with it at once. */
    private void goOn(ActedOrder order, String suffix) {
        work.enqueueAndRun("orders", "order:" + order.id() + ":asked:" + UUID.randomUUID(), order.id() + suffix, null);
    }

    private void tell(ActedOrder order, String event, String operator, byte[] body, Map<String, ?> more) {
        Map<String, Object> details = new LinkedHashMap<>(more);
        details.put("reason", reason(body));
        timeline.write(RetailOrders.KIND, order.id(), new TimelineEntry(event, operator, details));
    }

    private String reason(byte[] body) {
        return reason(json.read(body));
    }

    private static String reason(JsonNode body) {
        return VendorJson.text(body, "reason")
                .orElseThrow(() -> unusable("reason", "missing", "say why: it stands on the order's timeline"));
    }

    static Problem unusable(String field, String code, String remedy) {
        return Problem.unprocessable(
                "incomplete",
                "The request cannot be carried out as it is.",
                List.of(new FieldError(field, code, remedy)));
    }
}
