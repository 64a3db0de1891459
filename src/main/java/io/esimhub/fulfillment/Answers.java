package io.esimhub.fulfillment;

import io.esimhub.operations.cases.CaseReport;
import io.esimhub.operations.cases.Cases;
import io.esimhub.suppliers.SupplierAccounts;
import io.esimhub.suppliers.SupplierAnswer;
import io.esimhub.suppliers.SupplierEsim;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Writes down what sending an order led to. Runs under the order's lock. */
@Component
class Answers {

    private static final Duration BUSY = Duration.ofSeconds(5);
    private static final Duration ACCESS = Duration.ofMinutes(1);
    private static final Duration LONGEST_ALLOCATION = Duration.ofHours(6);
    private static final Duration NUMBER_SPREADS = Duration.ofMinutes(10);
    private static final Duration WHILE_A_PERSON_LOOKS = Duration.ofMinutes(10);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private final Purchases purchases;
    private final Requests requests;
    private final Esims esims;
    private final Completion completion;
    private final SupplierAccounts accounts;
    private final Cases cases;
    private final Clock clock;

    Answers(
            Purchases purchases,
            Requests requests,
            Esims esims,
            Completion completion,
            SupplierAccounts accounts,
            Cases cases,
            Clock clock) {
        this.purchases = purchases;
        this.requests = requests;
        this.esims = esims;
        this.completion = completion;
        this.accounts = accounts;
        this.cases = cases;
        this.clock = clock;
    }

    void record(OrderRun run, OrderBook book, SupplierCall.Place call, SupplierAnswer answer) {
        Purchase purchase = call.purchase();
        if (answer instanceof SupplierAnswer.Completed completed) {
            completed(run, book, call, completed);
            return;
        }
        book.outdated();
        if (answer instanceof SupplierAnswer.Accepted accepted) {
            accepted(run, purchase, accepted.supplierOrder());
        } else if (answer instanceof SupplierAnswer.Rejected rejected) {
            rejected(run, call, rejected);
        } else if (answer instanceof SupplierAnswer.NotPlaced notPlaced) {
            notPlaced(run, call, notPlaced);
        } else if (answer instanceof SupplierAnswer.Unknown unknown) {
            unknown(run, purchase, unknown.cause());
        }
    }

    private void completed(OrderRun run, OrderBook book, SupplierCall.Place call, SupplierAnswer.Completed answer) {
        Purchase purchase = call.purchase();
        Optional<Map<Long, Long>> esimOfUnit = completion.complete(purchase, call.units(), answer, clock.instant());
        if (esimOfUnit.isPresent()) {
            if (answer.esims().stream().anyMatch(SupplierEsim::isCard)) {
                // what cannot be delivered yet is read again rather than guessed
                book.outdated();
            } else {
                book.bought(purchase, esimOfUnit.get());
            }
            tellBought(run, purchase, answer.supplierOrder(), esimOfUnit.get().size());
        } else {
            lateSuccess(run, purchase, answer.supplierOrder());
        }
    }

    /** The supplier has it in its books. Coming too late for a purchase that was declared not bought, it is a case. */
    boolean accepted(OrderRun run, Purchase purchase, String supplierOrder) {
        boolean expected = purchases.answer(
                purchase,
                PurchaseState.ACCEPTED,
                "ACCEPTED",
                null,
                supplierOrder,
                clock.instant(),
                PurchaseState.DISPATCHED,
                PurchaseState.UNKNOWN);
        if (!expected) {
            lateSuccess(run, purchase, supplierOrder);
        }
        return expected;
    }

    /**
     * eSIMs of an accepted purchase, all of them or those that are there by now; what is stored already is passed over.
     *
     * @return whether anything new came
     */
    boolean allocate(OrderRun run, Purchase purchase, String supplierOrder, List<SupplierEsim> handedOver) {
        List<String> known = esims.stored(purchase);
        List<SupplierEsim> fresh = handedOver.stream()
                .filter(esim -> !known.contains(esim.supplierEsimId()))
                .toList();
        List<Unit> waiting = purchases.waiting(purchase);
        if (fresh.isEmpty() || fresh.size() > waiting.size()) {
            return false;
        }
        List<Unit> served = waiting.subList(0, fresh.size());
        store(run, purchase, supplierOrder, served, fresh);
        if (served.size() == waiting.size()) {
            purchases.answer(
                    purchase,
                    PurchaseState.COMPLETED,
                    "COMPLETED",
                    null,
                    supplierOrder,
                    clock.instant(),
                    PurchaseState.ACCEPTED);
        }
        return true;
    }

    private void store(
            OrderRun run, Purchase purchase, String supplierOrder, List<Unit> units, List<SupplierEsim> handedOver) {
        esims.store(purchase, units, handedOver, clock.instant());
        requests.move(units, UnitState.BOUGHT, Optional.empty(), List.of(UnitState.BUYING));
        tellBought(run, purchase, supplierOrder, units.size());
    }

    private static void tellBought(OrderRun run, Purchase purchase, String supplierOrder, int quantity) {
        run.tell(
                "eSIM bought",
                Map.of(
                        "purchase", purchase.id(),
                        "supplier", purchase.supplier(),
                        "supplierOrder", supplierOrder,
                        "quantity", quantity,
                        "of", purchase.quantity()));
    }

    /** Surely not bought: the units may be bought anew. */
    void giveBack(OrderRun run, Purchase purchase, PurchaseState state, String outcome, String text) {
        boolean changed = purchases.answer(
                purchase, state, outcome, text, null, clock.instant(), PurchaseState.DISPATCHED, PurchaseState.UNKNOWN);
        if (!changed) {
            return;
        }
        purchases.release(purchase);
        requests.move(purchases.waiting(purchase), UnitState.OWED, Optional.empty(), List.of(UnitState.BUYING));
        run.tell(
                "not bought",
                Map.of(
                        "purchase",
                        purchase.id(),
                        "supplier",
                        purchase.supplier(),
                        "why",
                        outcome,
                        "answer",
                        text == null ? "" : text));
    }

    void unknown(OrderRun run, Purchase purchase, String cause) {
        boolean changed = purchases.answer(
                purchase, PurchaseState.UNKNOWN, cause, null, null, clock.instant(), PurchaseState.DISPATCHED);
        if (changed) {
            run.tell(
                    "outcome unknown",
                    Map.of("purchase", purchase.id(), "supplier", purchase.supplier(), "cause", cause));
        }
        run.comeBack(clock.instant().plus(LOOK_AGAIN));
    }

    /** Suppliers that allocate later do so within minutes; some say hours. */
    boolean waitedTooLong(Purchase purchase) {
        return purchase.answeredAt()
                .filter(at -> clock.instant().isAfter(at.plus(LONGEST_ALLOCATION)))
                .isPresent();
    }

    /** Right after an order its number may not be known everywhere yet. */
    boolean justAccepted(Purchase purchase) {
        return purchase.answeredAt()
                .filter(at -> clock.instant().isBefore(at.plus(NUMBER_SPREADS)))
                .isPresent();
    }

    /** The supplier took the order, and does not hand its eSIMs over. Whether it ever will, and who pays, a person has to find out. */
    void notHandedOver(OrderRun run, Purchase purchase, String why) {
        boolean changed = purchases.answer(
                purchase,
                PurchaseState.UNKNOWN,
                UnknownPurchases.NOT_HANDED_OVER,
                why,
                null,
                clock.instant(),
                PurchaseState.ACCEPTED);
        if (!changed) {
            return;
        }
        cases.open(CaseReport.of(
                        UnknownPurchases.CASE, UnknownPurchases.NOT_HANDED_OVER, UnknownPurchases.subject(purchase))
                .order(run.order().ownerKind(), run.order().orderId())
                .purchase(purchase.id())
                .failed(1, purchase.supplier() + ": " + why));
        run.caseOpenedOrClosed();
        run.comeBack(clock.instant().plus(WHILE_A_PERSON_LOOKS));
        run.tell("not handed over", Map.of("purchase", purchase.id(), "supplier", purchase.supplier(), "why", why));
    }

    /** The supplier says it sold us what another purchase has already. Its books contradict ours: only a person can tell. */
    void handedOverTwice(OrderRun run, Purchase purchase) {
        purchases.answer(
                purchase,
                PurchaseState.UNKNOWN,
                UnknownPurchases.HANDED_OVER_TWICE,
                null,
                null,
                clock.instant(),
                PurchaseState.DISPATCHED,
                PurchaseState.UNKNOWN);
        run.tell("handed over twice", Map.of("purchase", purchase.id(), "supplier", purchase.supplier()));
    }

    private void rejected(OrderRun run, SupplierCall.Place call, SupplierAnswer.Rejected rejected) {
        Purchase purchase = call.purchase();
        if (call.resend()) {
            // the first sending may have succeeded all the same: only the supplier's books can free the units
            purchases.answer(
                    purchase,
                    PurchaseState.UNKNOWN,
                    UnknownPurchases.RESEND_REFUSED,
                    rejected.text(),
                    null,
                    clock.instant(),
                    PurchaseState.UNKNOWN);
            run.comeBack(clock.instant().plus(LOOK_AGAIN));
            return;
        }
        giveBack(run, purchase, PurchaseState.REJECTED, rejected.refusal().name(), rejected.text());
        if (rejected.refusal() == SupplierAnswer.Refusal.FUNDS) {
            // no other order needs to be refused as well
            accounts.outOfFunds(purchase.supplier(), clock.instant());
        }
    }

    private void notPlaced(OrderRun run, SupplierCall.Place call, SupplierAnswer.NotPlaced notPlaced) {
        Purchase purchase = call.purchase();
        Instant now = clock.instant();
        run.gaveUp(purchase.requestId());
        if (!call.resend()) {
            giveBack(run, purchase, PurchaseState.NOT_PLACED, notPlaced.cause().name(), notPlaced.text());
        }
        switch (notPlaced.cause()) {
            case BUSY -> {
                Instant later = now.plus(notPlaced.retryAfter().orElse(BUSY));
                accounts.wait(purchase.supplier(), now, later);
                run.comeBack(later);
            }
            case UNREACHABLE -> run.failed(purchase.supplier() + " could not be reached: " + notPlaced.text());
            case ACCESS -> {
                cases.open(CaseReport.of("supplier-access", "ACCESS_REFUSED", purchase.supplier())
                        .failed(1, notPlaced.text()));
                run.comeBack(now.plus(ACCESS));
            }
        }
    }

    private void lateSuccess(OrderRun run, Purchase purchase, String supplierOrder) {
        boolean known = purchases
                .byId(purchase.id())
                .flatMap(Purchase::supplierOrder)
                .filter(supplierOrder::equals)
                .isPresent();
        if (known) {
            return;
        }
        cases.open(CaseReport.of("late-success", "BOUGHT_AFTER_ALL", "purchase:" + purchase.id())
                .order(run.order().ownerKind(), run.order().orderId())
                .purchase(purchase.id())
                .failed(
                        1,
                        purchase.supplier() + " answered with its order " + supplierOrder
                                + " after the purchase had been decided otherwise"));
        run.caseOpenedOrClosed();
        run.tell("late success", Map.of("purchase", purchase.id(), "supplierOrder", supplierOrder));
    }
}
