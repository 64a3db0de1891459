package io.esimhub.fulfillment;

import io.esimhub.suppliers.Entry;
import io.esimhub.suppliers.Purchasing;
import io.esimhub.suppliers.SupplierAccounts;
import io.esimhub.suppliers.SupplierGate;
import io.esimhub.suppliers.SupplierStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The same order once more, under the same key, at a supplier that answers a known key with its first order. Only while its
 * units are still owed.
 */
@Component
class Resending {

    private static final Duration NO_PERMIT = Duration.ofSeconds(5);
    private static final Duration NO_LONGER_OWED = Duration.ofMinutes(10);

    private final Purchases purchases;
    private final Requests requests;
    private final SupplierAccounts accounts;
    private final SupplierStatus suppliers;
    private final SupplierGate gate;
    private final Clock clock;

    Resending(
            Purchases purchases,
            Requests requests,
            SupplierAccounts accounts,
            SupplierStatus suppliers,
            SupplierGate gate,
            Clock clock) {
        this.purchases = purchases;
        this.requests = requests;
        this.accounts = accounts;
        this.suppliers = suppliers;
        this.gate = gate;
        this.clock = clock;
    }

    Optional<SupplierCall> again(OrderRun run, Purchase purchase) {
        List<Long> units = purchases.unitsOf(purchase).stream().map(Unit::id).toList();
        if (!stillOwed(run, purchase, units.size())) {
            run.comeBack(clock.instant().plus(NO_LONGER_OWED));
            return Optional.empty();
        }
        boolean mayBuy = suppliers.purchasing(purchase.supplier()) == Purchasing.ON
                && suppliers
                        .obstacle(purchase.supplier())
                        .filter(each -> each.again().isEmpty())
                        .isEmpty();
        if (!mayBuy) {
            run.comeBack(clock.instant().plus(NO_LONGER_OWED));
            return Optional.empty();
        }
        Optional<Instant> paused = accounts.of(purchase.supplier()).pausedFor(clock.instant());
        if (paused.isPresent()) {
            run.comeBack(paused.get());
            return Optional.empty();
        }
        Entry entry = gate.tryEnter(purchase.supplier());
        if (entry instanceof Entry.Admitted admitted) {
            run.item().atEnd(admitted.permit()::close);
            return Optional.of(new SupplierCall.Place(purchase, units, admitted.permit(), true));
        }
        run.comeBack(clock.instant().plus(NO_PERMIT));
        return Optional.empty();
    }

    /** As many units of the line are owed as are not dropped; a unit being bought is only dropped once its outcome is known. */
    private boolean stillOwed(OrderRun run, Purchase purchase, int units) {
        OrderUnits order = requests.ofOrder(run.order());
        int owed = order.requests().stream()
                .filter(request -> request.id() == purchase.requestId())
                .mapToInt(Request::quantity)
                .sum();
        long had = order.units().stream()
                .filter(unit -> unit.requestId() == purchase.requestId())
                .filter(unit -> unit.state().bought())
                .count();
        return owed - had >= units;
    }
}
