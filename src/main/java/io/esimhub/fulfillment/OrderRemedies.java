package io.esimhub.fulfillment;

import io.esimhub.operations.cases.Cases;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What owners do to an order because a person wants it, in their own transaction. The work item that they enqueue carries it on. */
@Component
public class OrderRemedies {

    /** What stands in a mail that is out, or was refused; one that is on its way is left alone. */
    private static final String SUPERSEDE =
            """
            update fulfillment.delivery_esims c set superseded = true
            from fulfillment.deliveries d
            where d.id = c.delivery_id and d.state in ('SENT', 'REFUSED') and c.esim_id = any(?::bigint[]) and not c.superseded""";

    private static final String REFUSED =
            "select id from fulfillment.deliveries where owner_kind = ? and owner_order = ? and state = 'REFUSED'";

    private static final String OWE_NOTHING =
            "update fulfillment.requests set quantity = 0 where owner_kind = ? and owner_order = ?";

    private final OrderBooks books;
    private final Requests requests;
    private final Cases cases;
    private final JdbcTemplate jdbc;

    OrderRemedies(OrderBooks books, Requests requests, Cases cases, JdbcTemplate jdbc) {
        this.books = books;
        this.requests = requests;
        this.cases = cases;
        this.jdbc = jdbc;
    }

    /**
     * Takes back what is bought and owed, so that it is mailed once more.
     *
     * @param by who asks
     * @return eSIMs that will be in the mail; what is on its way already, or not posted yet, is not counted
     */
    public int mailAgain(OrderRef order, String by) {
        OrderBook book = books.open(order);
        List<Unit> bought = book.units().stream()
                .filter(unit -> unit.state() == UnitState.BOUGHT || unit.state() == UnitState.SENT)
                .filter(unit -> unit.deliverable() && unit.esimId().isPresent())
                .filter(unit -> unit.delivery().filter(UnitDelivery::pending).isEmpty())
                .toList();
        List<Unit> sent =
                bought.stream().filter(unit -> unit.state() == UnitState.SENT).toList();
        jdbc.update(SUPERSEDE, (Object)
                bought.stream().map(unit -> unit.esimId().orElseThrow()).toArray(Long[]::new));
        requests.move(sent, UnitState.BOUGHT, Optional.empty(), List.of(UnitState.SENT));
        jdbc.queryForList(REFUSED, Long.class, order.ownerKind(), order.orderId())
                .forEach(delivery -> cases.close("address-refused", "delivery:" + delivery, by, "mailed once more"));
        return bought.size();
    }

    /** Units that wait for an address. */
    public boolean waitsForAddress(OrderRef order) {
        return books.open(order).units().stream().anyMatch(unit -> unit.parkedFor(ParkingReason.NO_EMAIL));
    }

    /** Nothing of this order is owed any more; the next run drops its units. */
    public void oweNothing(OrderRef order) {
        jdbc.update(OWE_NOTHING, order.ownerKind(), order.orderId());
    }
}
