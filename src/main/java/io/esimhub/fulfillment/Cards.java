package io.esimhub.fulfillment;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The books of cards that orders have got, and how they were posted. */
@Component
class Cards {

    private static final String FIND =
            """
            select e.id, e.unit_id, r.owner_kind, r.owner_order, r.sku
            from fulfillment.esims e join fulfillment.units u on u.id = e.unit_id
            join fulfillment.requests r on r.id = u.request_id
            where e.supplier = ? and e.supplier_esim_id = ? and e.kind = 'sim'""";

    private static final String SHIPMENT =
            "select carrier, tracking_number, tracking_url from fulfillment.shipments where esim_id = ?";

    /** From now on the customer may be told. */
    private static final String SHIP =
            """
            with posted as (
                insert into fulfillment.shipments (esim_id, carrier, tracking_number, tracking_url, shipped_at, shipped_by)
                values (?, ?, ?, ?, ?, ?)
                returning esim_id
            )
            update fulfillment.esims e set deliverable = true from posted where e.id = posted.esim_id""";

    private final JdbcTemplate jdbc;

    Cards(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Card> find(String supplier, String supplierEsimId, String iccid) {
        return jdbc
                .query(
                        FIND,
                        (row, n) -> new Card(
                                row.getLong(1),
                                row.getLong(2),
                                new OrderRef(row.getString(3), row.getLong(4)),
                                row.getString(5),
                                supplierEsimId,
                                iccid),
                        supplier,
                        supplierEsimId)
                .stream()
                .findFirst();
    }

    Optional<Shipment> shipmentOf(Card card) {
        return jdbc
                .query(
                        SHIPMENT,
                        (row, n) -> new Shipment(
                                card.iccid(),
                                row.getString(1),
                                row.getString(2),
                                Optional.ofNullable(row.getString(3))),
                        card.esim())
                .stream()
                .findFirst();
    }

    void ship(Card card, Shipment shipment, String operator, Instant now) {
        jdbc.update(
                SHIP,
                card.esim(),
                shipment.carrier(),
                shipment.trackingNumber(),
                shipment.trackingUrl().orElse(null),
                Timestamp.from(now),
                operator);
    }
}
