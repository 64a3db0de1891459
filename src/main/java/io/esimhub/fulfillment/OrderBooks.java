package io.esimhub.fulfillment;

import io.esimhub.operations.sql.Asked;
import io.esimhub.operations.sql.RoundTrip;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Opens orders' books. */
@Component
class OrderBooks {

    private final Owners owners;
    private final Requests requests;
    private final Purchases purchases;
    private final JdbcTemplate jdbc;

    OrderBooks(Owners owners, Requests requests, Purchases purchases, JdbcTemplate jdbc) {
        this.owners = owners;
        this.requests = requests;
        this.purchases = purchases;
        this.jdbc = jdbc;
    }

    /** Locks the order until the end of the transaction, and reads what is owed and bought for it after that. */
    OrderBook open(OrderRef order) {
        RoundTrip trip = new RoundTrip(jdbc);
        Asked<LockedOrder> locked = trip.ask(owners.lock(order));
        Asked<OwedUnit> units = trip.ask(requests.unitsOf(order));
        Asked<Purchase> open = trip.ask(purchases.openOf(order));
        trip.go();
        OrderUnits known = OrderUnits.of(units.rows());
        return new OrderBook(locked.first().orElseThrow(), known.requests(), known.units(), open.rows());
    }

    /** The book as it stands after changes that were made beside it. */
    OrderBook again(OrderRef order, OrderBook book) {
        return read(order, book.order(), Optional.empty());
    }

    /** @param lines those of the order as they stand now; some may have no units yet, and some that have units may be gone */
    OrderBook read(OrderRef order, LockedOrder locked, List<Request> lines) {
        return read(order, locked, Optional.of(lines));
    }

    private OrderBook read(OrderRef order, LockedOrder locked, Optional<List<Request>> lines) {
        RoundTrip trip = new RoundTrip(jdbc);
        Asked<OwedUnit> units = trip.ask(requests.unitsOf(order));
        Asked<Purchase> open = trip.ask(purchases.openOf(order));
        trip.go();
        OrderUnits known = OrderUnits.of(units.rows());
        return new OrderBook(locked, lines.orElse(known.requests()), known.units(), open.rows());
    }
}
