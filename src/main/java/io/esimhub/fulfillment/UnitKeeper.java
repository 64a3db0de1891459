package io.esimhub.fulfillment;

import io.esimhub.operations.cases.CaseReport;
import io.esimhub.operations.cases.Cases;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Moves units, and with each move the case and the story that belong to it. */
@Component
class UnitKeeper {

    private static final String PARKED = "parked-unit";

    private final Requests requests;
    private final Returns returns;
    private final Cases cases;
    private final Clock clock;

    UnitKeeper(Requests requests, Returns returns, Cases cases, Clock clock) {
        this.requests = requests;
        this.returns = returns;
        this.cases = cases;
        this.clock = clock;
    }

    /** As many units as the line owes, no more and no less. */
    void fit(OrderRun run, OrderBook book, Request request) {
        UnitPlan plan = UnitPlan.of(book.unitsOf(request), request.quantity());
        if (!plan.add().isEmpty()) {
            book.added(requests.add(request, plan.add(), clock.instant()));
        }
        if (!plan.drop().isEmpty()) {
            drop(run, book, request, plan.drop());
        }
    }

    void park(OrderRun run, OrderBook book, Request request, List<Unit> units, ParkingReason reason, String why) {
        Optional<String> name = Optional.of(reason.name());
        requests.move(units, UnitState.PARKED, name, List.of(UnitState.OWED));
        book.changed(units, unit -> unit.with(UnitState.PARKED, name));
        cases.open(CaseReport.of(PARKED, reason.name(), subject(request))
                .order(run.order().ownerKind(), run.order().orderId())
                .failed(0, why));
        run.caseOpenedOrClosed();
        run.tell("parked", Map.of("sku", request.sku(), "units", units.size(), "reason", reason.name(), "why", why));
    }

    /** Not bought by this hub, ever, and nobody needs to look. */
    void holdBack(OrderRun run, OrderBook book, Request request, List<Unit> units, ParkingReason reason) {
        Optional<String> name = Optional.of(reason.name());
        requests.move(units, UnitState.PARKED, name, List.of(UnitState.OWED));
        book.changed(units, unit -> unit.with(UnitState.PARKED, name));
        run.tell("held back", Map.of("sku", request.sku(), "units", units.size(), "reason", reason.name()));
    }

    void reopen(OrderRun run, OrderBook book, Request request, List<Unit> units, String why) {
        Instant now = clock.instant();
        requests.reopen(units, now);
        book.changed(units, unit -> unit.reopened(now));
        cases.close(PARKED, subject(request), "fulfill-order", why);
        run.caseOpenedOrClosed();
        run.tell("taken up again", Map.of("sku", request.sku(), "units", units.size(), "why", why));
    }

    private void drop(OrderRun run, OrderBook book, Request request, List<Unit> units) {
        requests.move(
                units,
                UnitState.DROPPED,
                Optional.of("NO_LONGER_OWED"),
                List.of(UnitState.OWED, UnitState.PARKED, UnitState.BOUGHT, UnitState.SENT));
        book.changed(units, unit -> unit.with(UnitState.DROPPED, Optional.of("NO_LONGER_OWED")));
        run.tell("no longer owed", Map.of("sku", request.sku(), "units", units.size()));
        units.stream().filter(unit -> unit.esimId().isPresent()).forEach(unit -> returns.offer(run, unit));
        if (book.unitsOf(request, UnitState.PARKED).isEmpty()) {
            cases.close(PARKED, subject(request), "fulfill-order", "no longer owed");
            run.caseOpenedOrClosed();
        }
    }

    private static String subject(Request request) {
        return "request:" + request.id();
    }
}
