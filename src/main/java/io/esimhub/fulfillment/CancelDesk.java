package io.esimhub.fulfillment;

import io.esimhub.operations.timeline.Timeline;
import io.esimhub.operations.work.WorkItem;
import io.esimhub.suppliers.CancelAnswer;
import io.esimhub.suppliers.EsimStatus;
import io.esimhub.suppliers.QuestionLane;
import io.esimhub.suppliers.SupplierAccounts;
import io.esimhub.suppliers.SupplierEntry;
import io.esimhub.suppliers.SupplierGate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The transactions of giving an eSIM back, each under its order's lock; between two of them exactly one thing happens outside. */
@Component
class CancelDesk {

    private static final Duration LANE_FULL = Duration.ofSeconds(5);

    private final OrderBooks books;
    private final Cancellations cancellations;
    private final CancelOutcomes outcomes;
    private final CancelRules rules;
    private final QuestionLane lane;
    private final SupplierGate gate;
    private final SupplierAccounts accounts;
    private final Timeline timeline;
    private final TransactionTemplate transactions;
    private final Clock clock;

    CancelDesk(
            OrderBooks books,
            Cancellations cancellations,
            CancelOutcomes outcomes,
            CancelRules rules,
            QuestionLane lane,
            SupplierGate gate,
            SupplierAccounts accounts,
            Timeline timeline,
            TransactionTemplate transactions,
            Clock clock) {
        this.books = books;
        this.cancellations = cancellations;
        this.outcomes = outcomes;
        this.rules = rules;
        this.lane = lane;
        this.gate = gate;
        this.accounts = accounts;
        this.timeline = timeline;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Finds where it stands, and the first step. Empty if there is no such cancellation. */
    Optional<CancelRun> takeUp(WorkItem item) {
        return cancellations.byId(Long.parseLong(item.payload())).map(found -> {
            CancelRun run = new CancelRun(item, found);
            if (found.state() == CancellationState.DISPATCHED) {
                locked(run, current -> noAnswerInTime(run, current));
            } else if (!found.state().ended()) {
                first(run, found);
            }
            return run;
        });
    }

    /** Writes down how far the supplier says the eSIM's life is. */
    void asked(CancelRun run, EsimStatus status) {
        locked(run, current -> {
            if (waits(current)) {
                outcomes.asked(run, current, status);
            } else {
                run.next(CancelRun.Step.END);
            }
        });
    }

    /** The supplier did not say. */
    void notAsked(CancelRun run, String why) {
        locked(run, current -> {
            if (waits(current)) {
                outcomes.notReached(run, current, run.esim().supplier() + " could not be asked: " + why);
            } else {
                run.next(CancelRun.Step.END);
            }
        });
    }

    /** Writes down that the eSIM is about to be given back, if nothing is in the way now. */
    void dispatch(CancelRun run) {
        Optional<Instant> later = closedUntil(run.esim().supplier())
                .or(() -> gate.tryRate(run.esim().supplier(), SupplierEntry.CANCEL));
        if (later.isPresent()) {
            run.comeBack(later.get());
        } else {
            locked(run, current -> dispatch(run, current));
        }
    }

    void answered(CancelRun run, CancelAnswer answer) {
        locked(run, current -> outcomes.answered(run, current, answer));
    }

    private void first(CancelRun run, Cancellation found) {
        Instant now = clock.instant();
        String supplier = run.esim().supplier();
        Optional<Instant> closed = closedUntil(supplier);
        if (closed.isPresent()) {
            run.comeBack(closed.get());
        } else if (!lane.enter(supplier, run.item())) {
            run.comeBack(now.plus(LANE_FULL));
        } else if (rules.tells(supplier)) {
            gate.tryRate(supplier, SupplierEntry.STATUS)
                    .ifPresentOrElse(run::comeBack, () -> run.next(CancelRun.Step.ASK));
        } else if (found.state() == CancellationState.REQUESTED) {
            run.next(CancelRun.Step.DISPATCH);
        } else {
            locked(run, current -> outcomes.personLooks(run, current, "the supplier cannot be asked"));
        }
    }

    /** By its own wish, its failures, or a person. A lack of funds is not in the way of getting money back. */
    private Optional<Instant> closedUntil(String supplier) {
        return gate.closedUntil(supplier).or(() -> accounts.of(supplier).pausedFor(clock.instant()));
    }

    private void noAnswerInTime(CancelRun run, Cancellation current) {
        Instant now = clock.instant();
        if (current.waitsForAnswer(now)) {
            run.comeBack(current.answerBy().orElseThrow());
        } else if (current.state() == CancellationState.DISPATCHED) {
            outcomes.unknown(run, current, "NO_ANSWER_IN_TIME");
        } else {
            run.comeBack(now);
        }
    }

    private void dispatch(CancelRun run, Cancellation current) {
        Instant now = clock.instant();
        if (!waits(current)) {
            // another run was faster; what it sent has to be answered first
            current.answerBy()
                    .filter(until -> current.waitsForAnswer(now))
                    .ifPresentOrElse(run::comeBack, () -> run.next(CancelRun.Step.END));
            return;
        }
        if (current.esim().unit() != UnitState.DROPPED) {
            throw new IllegalStateException("eSIM " + current.esim().id() + " is owed, and must not be given back");
        }
        // the mail may hold it, as it was read before the unit was dropped: the traveller is not to get what is being
        // taken away
        Optional<Instant> mail = cancellations.mailInHandUntil(current.esim().id(), now);
        if (mail.isPresent()) {
            run.comeBack(mail.get());
            return;
        }
        cancellations.dispatch(
                current, now, now.plus(rules.patience(current.esim().supplier())));
        run.send(current.sendings() + 1);
        run.tell("giving back dispatched", Map.of("sending", run.sending()));
    }

    private static boolean waits(Cancellation current) {
        return current.state() == CancellationState.REQUESTED || current.state() == CancellationState.UNKNOWN;
    }

    private void locked(CancelRun run, Consumer<Cancellation> change) {
        transactions.executeWithoutResult(status -> {
            OrderBook order = books.open(run.esim().order());
            change.accept(cancellations.byId(run.cancellation().id()).orElseThrow());
            order.order().progressed(order.units(), run.casesChanged(), Optional.empty());
            timeline.write(run.esim().order().ownerKind(), run.esim().order().orderId(), run.takeStory());
        });
    }
}
