package io.esimhub.fulfillment;

import io.esimhub.delivery.DeliveryMail;
import io.esimhub.delivery.MailEsim;
import io.esimhub.model.ActivationCode;
import io.esimhub.model.SimSecrets;
import io.esimhub.operations.secrets.SecretVault;
import io.esimhub.operations.sql.LastWrites;
import io.esimhub.operations.work.WorkItem;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The books of deliveries: what goes to whom under which Message-ID, fixed before the mail goes. */
@Component
class Deliveries {

    /** One statement fixes recipient, Message-ID and eSIMs; eSIMs that stand in a delivery already are left out. */
    private static final String PLAN =
            """
            with planned as (
                insert into fulfillment.deliveries (owner_kind, owner_order, recipient, message_id, state, created_at,
                    sending_by, sending_until)
                values (?, ?, ?, ?, 'PENDING', ?, ?, ?)
                returning id
            ), covered as (
                insert into fulfillment.delivery_esims (delivery_id, esim_id)
                select planned.id, esim from planned, unnest(?::bigint[]) esim
            )
            select id from planned""";

    /** A mail is in one pair of hands at a time; those of a dead process let go when their time is over. */
    private static final String TAKE =
            """
            update fulfillment.deliveries set sending_by = ?, sending_until = ?
            where id = ? and state = 'PENDING' and (sending_by is null or sending_by = ? or sending_until < ?)""";

    /** Only what is still owed: a unit dropped since is not mailed. */
    private static final String CONTENT =
            """
            select d.recipient, d.message_id, d.created_at, u.id as unit_id, coalesce(p.name, r.sku) as product, p.countries, p.data_mb, p.validity_days, e.iccid, e.apn,
                e.code_cipher, e.code_key, e.secrets_cipher, e.secrets_key, s.carrier, s.tracking_number, s.tracking_url
            from fulfillment.deliveries d
            join fulfillment.delivery_esims c on c.delivery_id = d.id
            join fulfillment.esims e on e.id = c.esim_id
            join fulfillment.units u on u.id = e.unit_id
            join fulfillment.requests r on r.id = u.request_id
            left join catalog.products p on p.sku = r.sku
            left join fulfillment.shipments s on s.esim_id = e.id
            where d.id = ? and d.state = 'PENDING' and u.state = 'BOUGHT' and e.deliverable
            order by r.id, u.ordinal""";

    private static final String SENT =
            """
            with ended as (
                update fulfillment.deliveries set state = 'SENT', sent_at = ? where id = ? and state = 'PENDING'
            )
            update fulfillment.units u set state = 'SENT' from unnest(?::bigint[]) mailed
            where u.id = mailed and u.state = 'BOUGHT'""";

    private static final String WITHDRAW =
            """
            update fulfillment.deliveries set state = 'WITHDRAWN'
            where id = ? and state = 'PENDING' and (sending_by is null or sending_by = ? or sending_until < ?)""";

    private static final String END = "update fulfillment.deliveries set state = ? where id = ? and state = 'PENDING'";

    private final JdbcTemplate jdbc;
    private final LastWrites lastWrites;
    private final SecretVault vault;
    private final MailsInHand hands;

    Deliveries(JdbcTemplate jdbc, LastWrites lastWrites, SecretVault vault, MailsInHand hands) {
        this.jdbc = jdbc;
        this.lastWrites = lastWrites;
        this.vault = vault;
        this.hands = hands;
    }

    /** Writes the delivery down, in the hands of the run that plans it. */
    long plan(WorkItem sender, OrderRef order, String recipient, String messageId, List<Long> esims, Instant now) {
        Long id = jdbc.queryForObject(
                PLAN,
                Long.class,
                order.ownerKind(),
                order.orderId(),
                recipient,
                messageId,
                Timestamp.from(now),
                hands.process(),
                Timestamp.from(hands.until(now)),
                esims.toArray(Long[]::new));
        hands.take(id, sender);
        return id;
    }

    /** @return whether this run may send the mail now; if not, somebody else has it in hand */
    boolean take(WorkItem sender, long delivery, Instant now) {
        if (!hands.take(delivery, sender)) {
            return false;
        }
        return jdbc.update(
                        TAKE,
                        hands.process(),
                        Timestamp.from(hands.until(now)),
                        delivery,
                        hands.process(),
                        Timestamp.from(now))
                == 1;
    }

    /** What the mail is made of, read anew at the last moment; empty if nothing of it is owed any more. */
    Optional<PendingDelivery> load(long delivery, Addressee addressee) {
        List<Content> content = jdbc.query(
                CONTENT,
                (row, n) -> new Content(
                        row.getLong("unit_id"),
                        row.getString("recipient"),
                        row.getString("message_id"),
                        row.getTimestamp("created_at").toInstant(),
                        esim(row)),
                delivery);
        return content.stream()
                .findFirst()
                .map(head -> new PendingDelivery(
                        content.stream().map(Content::unit).toList(),
                        new DeliveryMail(
                                head.messageId(),
                                head.recipient(),
                                addressee.customerName(),
                                addressee.orderName(),
                                addressee.shopName(),
                                head.at(),
                                content.stream().map(Content::esim).toList())));
    }

    /** The units that were mailed are SENT, unless they were dropped while the mail was on its way. */
    void sent(long delivery, List<Long> units, Instant now) {
        lastWrites.add(SENT, Timestamp.from(now), delivery, units.toArray(Long[]::new));
    }

    /** @return false if somebody has its mail in hand: it may be going out at this moment */
    boolean withdraw(WorkItem run, long delivery, Instant now) {
        return hands.take(delivery, run) && jdbc.update(WITHDRAW, delivery, hands.process(), Timestamp.from(now)) == 1;
    }

    void end(long delivery, String state) {
        jdbc.update(END, state, delivery);
    }

    private record Content(long unit, String recipient, String messageId, Instant at, MailEsim esim) {}

    private MailEsim esim(ResultSet row) throws SQLException {
        Array countries = row.getArray("countries");
        return new MailEsim(
                row.getString("product"),
                countries == null ? List.of() : Arrays.asList((String[]) countries.getArray()),
                Optional.ofNullable(row.getObject("data_mb", Integer.class)),
                Optional.ofNullable(row.getObject("validity_days", Integer.class)),
                Optional.ofNullable(row.getString("iccid")),
                Optional.ofNullable(row.getString("apn")),
                handover(row));
    }

    /** What has no activation code is a card, and goes by post. */
    private MailEsim.Handover handover(ResultSet row) throws SQLException {
        Optional<String> code = opened(row, "code_cipher", "code_key");
        SimSecrets secrets = opened(row, "secrets_cipher", "secrets_key")
                .map(SimSecrets::parse)
                .orElse(SimSecrets.none());
        return code.isPresent()
                ? new MailEsim.Download(ActivationCode.parse(code.get()), secrets.confirmationCode())
                : new MailEsim.Post(
                        row.getString("carrier"),
                        row.getString("tracking_number"),
                        Optional.ofNullable(row.getString("tracking_url")),
                        secrets.pin(),
                        secrets.puk());
    }

    private Optional<String> opened(ResultSet row, String cipher, String key) throws SQLException {
        byte[] sealed = row.getBytes(cipher);
        return sealed == null ? Optional.empty() : Optional.of(vault.open(sealed, row.getString(key)));
    }
}
