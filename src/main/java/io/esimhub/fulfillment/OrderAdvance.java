package io.esimhub.fulfillment;

import io.esimhub.operations.timeline.Timeline;
import io.esimhub.suppliers.PurchasingProperties;
import io.esimhub.suppliers.QuestionLane;
import io.esimhub.suppliers.SupplierGate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Finds the next step of an order from its books: buy what is owed, mail what is bought, look for what may have been bought.
 * Runs under the order's lock and writes everything down that the step needs to be found again after a crash.
 */
@Component
class OrderAdvance {

    private static final Duration ASK_FOR_ALLOCATION = Duration.ofSeconds(30);
    private static final Duration LANE_FULL = Duration.ofSeconds(5);
    private static final Duration IN_OTHER_HANDS = Duration.ofSeconds(2);

    private final Deliveries deliveries;
    private final UnitKeeper keeper;
    private final Buying buying;
    private final Answers answers;
    private final UnknownPurchases unknowns;
    private final Variants variants;
    private final Recoveries recoveries;
    private final SupplierLimits limits;
    private final SupplierGate gate;
    private final QuestionLane lane;
    private final PurchasingProperties purchasing;
    private final FulfillmentProperties properties;
    private final Timeline timeline;
    private final Clock clock;

    OrderAdvance(
            Deliveries deliveries,
            UnitKeeper keeper,
            Buying buying,
            Answers answers,
            UnknownPurchases unknowns,
            Variants variants,
            Recoveries recoveries,
            SupplierLimits limits,
            SupplierGate gate,
            QuestionLane lane,
            PurchasingProperties purchasing,
            FulfillmentProperties properties,
            Timeline timeline,
            Clock clock) {
        this.deliveries = deliveries;
        this.keeper = keeper;
        this.buying = buying;
        this.answers = answers;
        this.unknowns = unknowns;
        this.variants = variants;
        this.recoveries = recoveries;
        this.limits = limits;
        this.gate = gate;
        this.lane = lane;
        this.purchasing = purchasing;
        this.properties = properties;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** @param reopen a person, or a changed catalog, asks for parked units to be tried again */
    void next(OrderRun run, OrderBook book, boolean reopen) {
        run.nextNothing();
        for (Request request : book.requests()) {
            keeper.fit(run, book, request);
            takeUpAgain(run, book, request, reopen);
            parkWithoutRecipient(run, book, request);
        }
        withdrawUnwanted(run, book);
        Optional<SupplierCall> purchase = buyNext(run, book);
        if (purchase.isPresent()) {
            run.next(purchase.get());
        } else if (!deliverNext(run, book)) {
            askNext(run, book).ifPresent(run::next);
        }
        close(run, book);
    }

    /** Writes the story and the order's state down: the last thing in a transaction. */
    void close(OrderRun run, OrderBook book) {
        LockedOrder order = book.order();
        order.progressed(
                book.units(), run.casesChanged(), Optional.of(run.item().key()));
        timeline.write(run.order().ownerKind(), order.id(), run.takeStory());
        run.takeWaiting().forEach(entry -> timeline.writeNews(run.order().ownerKind(), order.id(), entry));
    }

    /** Units of one line may be parked for different reasons; what is held back is never among them. */
    private void takeUpAgain(OrderRun run, OrderBook book, Request request, boolean reopen) {
        Map<String, List<Unit>> byReason = book.unitsOf(request, UnitState.PARKED).stream()
                .filter(unit -> !unit.heldBack())
                .collect(Collectors.groupingBy(unit -> unit.reason().orElse(""), TreeMap::new, Collectors.toList()));
        byReason.forEach((reason, parked) -> whyAgain(book, request, parked.get(0), reopen)
                .ifPresent(why -> keeper.reopen(run, book, request, parked, why)));
    }

    private Optional<String> whyAgain(OrderBook book, Request request, Unit parked, boolean reopen) {
        if (parked.parkedFor(ParkingReason.NO_EMAIL)) {
            return Optional.of("there is an address now")
                    .filter(why -> book.order().recipient().isPresent());
        }
        if (parked.parkedFor(ParkingReason.NO_ADDRESS)) {
            return Optional.of("it can be sent now").filter(why -> book.order().hasPostalAddress() || !request.card());
        }
        if (parked.parkedFor(ParkingReason.UNKNOWN_SKU)) {
            return Optional.of("the catalog knows it now").filter(why -> variants.known(request.sku()));
        }
        return Optional.of("asked for").filter(why -> reopen);
    }

    private void parkWithoutRecipient(OrderRun run, OrderBook book, Request request) {
        List<Unit> owed = book.unitsOf(request, UnitState.OWED);
        if (owed.isEmpty()) {
            return;
        }
        if (book.order().recipient().isEmpty()) {
            keeper.park(run, book, request, owed, ParkingReason.NO_EMAIL, "the order has no e-mail address");
        } else if (request.card() && !book.order().hasPostalAddress()) {
            keeper.park(run, book, request, owed, ParkingReason.NO_ADDRESS, "the order has no postal address");
        }
    }

    private Optional<SupplierCall> buyNext(OrderRun run, OrderBook book) {
        boolean lookOnly = !book.order().mayBuy();
        if (lookOnly
                && !(book.order().mayHaveBeenBought() && recoveries.underWay().isPresent())) {
            return Optional.empty();
        }
        if (purchasing.tooOld(book.order().placedAt())) {
            holdBack(run, book);
            return Optional.empty();
        }
        for (Request request : book.requests()) {
            if (!run.tried(request.id())
                    && !book.unitsOf(request, UnitState.OWED).isEmpty()) {
                Optional<SupplierCall> call = buying.tryToBuy(run, book, request, lookOnly);
                if (call.isPresent()) {
                    return call;
                }
            }
        }
        return Optional.empty();
    }

    private void holdBack(OrderRun run, OrderBook book) {
        for (Request request : book.requests()) {
            List<Unit> owed = book.unitsOf(request, UnitState.OWED);
            if (!owed.isEmpty()) {
                keeper.holdBack(run, book, request, owed, ParkingReason.BEFORE_PURCHASE_FROM);
            }
        }
    }

    /** Deliveries that wait and none of whose eSIMs is owed any more. */
    private void withdrawUnwanted(OrderRun run, OrderBook book) {
        Set<Long> wanted = UnitDelivery.pendingAmong(book.in(UnitState.BOUGHT));
        for (long delivery : UnitDelivery.pendingAmong(book.units())) {
            if (!wanted.contains(delivery) && !deliveries.withdraw(run.item(), delivery, clock.instant())) {
                run.comeBack(clock.instant().plus(IN_OTHER_HANDS));
            }
        }
    }

    private boolean deliverNext(OrderRun run, OrderBook book) {
        List<Unit> bought = book.in(UnitState.BOUGHT);
        if (bought.isEmpty()
                || book.order().recipient().isEmpty()
                || !book.order().mayMail()) {
            return false;
        }
        Optional<Long> pending = UnitDelivery.pendingAmong(bought).stream().findFirst();
        Optional<Long> mine = pending.isPresent()
                ? pending.filter(id -> deliveries.take(run.item(), id, clock.instant()))
                : planDelivery(run, book, bought);
        if (pending.isPresent() && mine.isEmpty()) {
            run.comeBack(clock.instant().plus(IN_OTHER_HANDS));
        }
        mine.ifPresent(id -> run.nextDelivery(id, Addressee.of(book.order())));
        return mine.isPresent();
    }

    /** What stands in a delivery that was refused waits for a person, and a card for being posted. */
    private Optional<Long> planDelivery(OrderRun run, OrderBook book, List<Unit> bought) {
        List<Long> esims = bought.stream()
                .filter(unit -> unit.delivery().isEmpty() && unit.deliverable())
                .map(unit -> unit.esimId().orElseThrow())
                .toList();
        if (esims.isEmpty() || allocationIsNear(run, book)) {
            return Optional.empty();
        }
        return Optional.of(deliveries.plan(
                run.item(), run.order(), book.order().recipient().orElseThrow(), messageId(), esims, clock.instant()));
    }

    private boolean allocationIsNear(OrderRun run, OrderBook book) {
        Instant patience = clock.instant().minus(properties.waitForAllocation());
        Optional<Instant> latest = book.openPurchases().stream()
                .filter(purchase -> purchase.state() == PurchaseState.ACCEPTED)
                .map(Purchase::dispatchedAt)
                .max(Instant::compareTo)
                .filter(patience::isBefore);
        latest.ifPresent(dispatched -> run.comeBack(dispatched.plus(properties.waitForAllocation())));
        return latest.isPresent();
    }

    private Optional<SupplierCall> askNext(OrderRun run, OrderBook book) {
        for (Purchase purchase : book.openPurchases()) {
            Optional<SupplierCall> call = ask(run, purchase);
            if (call.isPresent()) {
                return call;
            }
        }
        return Optional.empty();
    }

    private Optional<SupplierCall> ask(OrderRun run, Purchase purchase) {
        Instant now = clock.instant();
        switch (purchase.state()) {
            case DISPATCHED -> {
                if (now.isBefore(purchase.answerBy())) {
                    run.comeBack(purchase.answerBy());
                    return Optional.empty();
                }
                answers.unknown(run, purchase, "NO_ANSWER_IN_TIME");
                return unknowns.search(run, purchase.unknown()).flatMap(call -> allowed(run, call));
            }
            case UNKNOWN -> {
                return unknowns.search(run, purchase).flatMap(call -> allowed(run, call));
            }
            case ACCEPTED -> {
                if (answers.waitedTooLong(purchase)) {
                    answers.notHandedOver(run, purchase, "accepted, and not allocated for hours");
                    return Optional.empty();
                }
                Instant due = limits.completesLater(purchase.supplier())
                        ? purchase.dispatchedAt().plus(ASK_FOR_ALLOCATION)
                        : now;
                if (now.isBefore(due) || !run.ask(purchase.id())) {
                    run.comeBack(now.plus(ASK_FOR_ALLOCATION));
                    return Optional.empty();
                }
                return allowed(run, new SupplierCall.Find(purchase));
            }
            default -> throw new IllegalStateException("purchase " + purchase.id() + " is not open");
        }
    }

    /** Questions count against the supplier's rate like orders do. */
    private Optional<SupplierCall> allowed(OrderRun run, SupplierCall question) {
        String supplier = question.purchase().supplier();
        Optional<Instant> later = lane.enter(supplier, run.item())
                ? gate.tryRate(supplier, question.entry())
                : Optional.of(clock.instant().plus(LANE_FULL));
        later.ifPresent(run::comeBack);
        return later.isPresent() ? Optional.empty() : Optional.of(question);
    }

    private static String messageId() {
        return "delivery." + UUID.randomUUID() + "@esimhub";
    }
}
