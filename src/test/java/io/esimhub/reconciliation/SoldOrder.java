package io.esimhub.reconciliation;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** Puts an order of two eSIMs, the purchase made for it and what became of both straight into the books. */
final class SoldOrder {

    static final String SUPPLIER = "esim-go";
    static final String BUNDLE = "bundle";
    static final int UNITS = 2;

    private final JdbcTemplate jdbc;
    private final long order;
    private final long request;
    private final long purchase;
    private final Instant at;

    private SoldOrder(JdbcTemplate jdbc, long order, long request, long purchase, Instant at) {
        this.jdbc = jdbc;
        this.order = order;
        this.request = request;
        this.purchase = purchase;
        this.at = at;
    }

    /** @param reference the supplier's number; empty while the answer is not known */
    static SoldOrder bought(JdbcTemplate jdbc, Optional<String> reference, Instant at) {
        Timestamp time = Timestamp.from(at);
        long order = id(
                jdbc,
                """
                insert into retail.orders (channel, shop, external_id, external_name, snapshot_at, payment, cancelled, test, total_amount,
                    currency, placed_at, owed, state, created_at, updated_at)
                values ('shopify', 'a.myshopify.com', gen_random_uuid()::text, '#1', ?, 'PAID', false, false, 9.0, 'USD', ?, 2,
                    'IN_FULFILLMENT', ?, ?)
                returning id""",
                time,
                time,
                time,
                time);
        long line = id(
                jdbc,
                """
                insert into retail.order_lines (order_id, external_id, sku, title, quantity, ownership, unit_amount, unit_currency)
                values (?, 'L1', 'ESIM', 'an eSIM', 2, 'OURS', 4.5, 'USD')
                returning id""",
                order);
        long request = id(
                jdbc,
                """
                insert into fulfillment.requests (owner_kind, owner_order, owner_line, line_ref, sku, quantity)
                values ('retail', ?, ?, 'L1', 'ESIM', 2)
                returning id""",
                order,
                line);
        jdbc.update(
                """
                insert into fulfillment.units (request_id, ordinal, state, considered_from)
                select ?, n, ?, ? from generate_series(1, ?) n""",
                request,
                reference.isPresent() ? "BOUGHT" : "BUYING",
                time,
                UNITS);
        long purchase = id(
                jdbc,
                """
                insert into fulfillment.purchases (request_id, key, supplier, supplier_sku, quantity, unit_cost, cost_currency, state,
                    supplier_order, dispatched_at, answer_by, answered_at)
                values (?, gen_random_uuid(), ?, ?, ?, 1.8, 'USD', ?, ?, ?, ?, ?)
                returning id""",
                request,
                SUPPLIER,
                BUNDLE,
                UNITS,
                reference.isPresent() ? "COMPLETED" : "UNKNOWN",
                reference.orElse(null),
                time,
                Timestamp.from(at.plusSeconds(38)),
                reference.isPresent() ? time : null);
        jdbc.update(
                """
                insert into fulfillment.purchase_units (purchase_id, unit_id, live)
                select ?, id, true from fulfillment.units where request_id = ?""",
                purchase,
                request);
        return new SoldOrder(jdbc, order, request, purchase, at);
    }

    /** eSIMs, or cards that nobody has posted. */
    SoldOrder handedOver(String kind) {
        jdbc.update(
                """
                insert into fulfillment.esims (purchase_id, unit_id, supplier, supplier_esim_id, kind, deliverable, code_cipher, code_key,
                    code_index, created_at)
                select ?, u.id, ?, gen_random_uuid(), k.kind, k.kind = 'esim', k.code, case when k.code is not null then 'k1' end, k.code, ?
                from fulfillment.units u, (select ? as kind, case when ? = 'esim' then '\\x00'::bytea end as code) k
                where u.request_id = ?""",
                purchase,
                SUPPLIER,
                Timestamp.from(at),
                kind,
                kind,
                request);
        return this;
    }

    /** Cards go to the post. */
    SoldOrder posted(Duration after) {
        jdbc.update(
                """
                with posted as (
                    insert into fulfillment.shipments (esim_id, carrier, tracking_number, shipped_at, shipped_by)
                    select id, 'Post', 'T1', ?, 'ops' from fulfillment.esims where purchase_id = ?
                    returning esim_id
                )
                update fulfillment.esims e set deliverable = true from posted where posted.esim_id = e.id""",
                Timestamp.from(at.plus(after)),
                purchase);
        return this;
    }

    /** One mail brings what was handed over so far, the first {@code units} of it. */
    SoldOrder mailed(int units) {
        long delivery = id(
                jdbc,
                """
                insert into fulfillment.deliveries (owner_kind, owner_order, recipient, message_id, state, created_at, sent_at)
                values ('retail', ?, 'a@example.com', gen_random_uuid(), 'SENT', ?, ?)
                returning id""",
                order,
                Timestamp.from(at),
                Timestamp.from(at));
        jdbc.update(
                """
                with mailed as (
                    insert into fulfillment.delivery_esims (delivery_id, esim_id)
                    select ?, id from fulfillment.esims where purchase_id = ? order by id limit ?
                    returning esim_id
                )
                update fulfillment.units u set state = 'SENT'
                from mailed join fulfillment.esims e on e.id = mailed.esim_id where u.id = e.unit_id""",
                delivery,
                purchase,
                units);
        return this;
    }

    /** Its customer got the money back, so nothing of it is owed any more. */
    SoldOrder refunded() {
        jdbc.update("update fulfillment.units set state = 'DROPPED' where request_id = ?", request);
        jdbc.update("update retail.orders set state = 'REFUNDED', payment = 'REFUNDED' where id = ?", order);
        return this;
    }

    /** The supplier's answer, found late. */
    SoldOrder adopted(String reference) {
        jdbc.update(
                "update fulfillment.purchases set state = 'COMPLETED', supplier_order = ?, answered_at = ? where id = ?",
                reference,
                Timestamp.from(at),
                purchase);
        return this;
    }

    /** A person says that the supplier never sold it. */
    SoldOrder notBought() {
        jdbc.update(
                "update fulfillment.purchases set state = 'NOT_BOUGHT', answered_at = ? where id = ?",
                Timestamp.from(at),
                purchase);
        return this;
    }

    long order() {
        return order;
    }

    long purchase() {
        return purchase;
    }

    private static long id(JdbcTemplate jdbc, String insert, Object... values) {
        return jdbc.queryForObject(insert, Long.class, values);
    }
}
