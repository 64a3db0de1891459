package io.esimhub.fulfillment;

import static io.esimhub.fulfillment.CancellationState.CANCELLED;
import static io.esimhub.fulfillment.CancellationState.KEPT;
import static io.esimhub.fulfillment.CancellationState.REQUESTED;
import static io.esimhub.fulfillment.CancellationState.UNKNOWN;

import io.esimhub.operations.cases.CaseReport;
import io.esimhub.operations.cases.Cases;
import io.esimhub.suppliers.CancelAnswer;
import io.esimhub.suppliers.EsimStatus;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes down what asking a supplier about an eSIM, or giving it back, led to. Runs under the order's lock. */
@Component
class CancelOutcomes {

    private static final Duration BUSY = Duration.ofSeconds(5);
    private static final Duration ACCESS = Duration.ofMinutes(1);
    private static final Duration WHILE_A_PERSON_LOOKS = Duration.ofHours(1);
    /** Failed runs before a person is called: some three hours by the work queue's pauses. */
    private static final int PATIENCE = 6;

    private final Cancellations cancellations;
    private final ReturnCases returns;
    private final Cases cases;
    private final MeterRegistry meters;
    private final Clock clock;

    CancelOutcomes(Cancellations cancellations, ReturnCases returns, Cases cases, MeterRegistry meters, Clock clock) {
        this.cancellations = cancellations;
        this.returns = returns;
        this.cases = cases;
        this.meters = meters;
        this.clock = clock;
    }

    /** @param current REQUESTED or UNKNOWN */
    void asked(CancelRun run, Cancellation current, EsimStatus status) {
        switch (CancelPlan.after(current, status)) {
            case SEND -> run.next(CancelRun.Step.DISPATCH);
            case GIVEN_BACK -> givenBack(run, current, "FOUND_CANCELLED");
            case TOUCHED ->
                keep(
                        run,
                        current,
                        status.stage().name(),
                        null,
                        ReturnCases.INSTALLED,
                        "not given back, " + run.esim().supplier() + " says it is " + status.stage());
            case REFUSED -> refused(run, current, current.answer().orElse(""));
            case PERSON -> personLooks(run, current, "its answers were lost " + current.sendings() + " times");
        }
    }

    void answered(CancelRun run, Cancellation current, CancelAnswer answer) {
        count(run, answer.getClass().getSimpleName());
        if (answer instanceof CancelAnswer.Cancelled) {
            // true whatever was believed in the meantime
            if (current.state() != CANCELLED) {
                givenBack(run, current, "CANCELLED");
            }
        } else if (current.state() != CancellationState.DISPATCHED || current.sendings() != run.sending()) {
            run.next(CancelRun.Step.END);
        } else if (answer instanceof CancelAnswer.Refused refused) {
            refusedOrRepeated(run, current, refused.text());
        } else if (answer instanceof CancelAnswer.NotSent notSent) {
            notSent(run, current, notSent);
        } else if (answer instanceof CancelAnswer.Unknown unknown) {
            unknown(run, current, unknown.cause());
        }
    }

    /** Whether it was taken back is not known: the supplier is asked after a while. */
    void unknown(CancelRun run, Cancellation current, String cause) {
        cancellations.move(current, UNKNOWN, cause, null, clock.instant());
        run.tell("not known whether it was given back", Map.of("cause", cause));
        run.comeBack(clock.instant().plus(CancelPlan.pauseAfter(current.sendings())));
    }

    /** The supplier could not be asked, or not be reached. After some hours of that a person is called. */
    void notReached(CancelRun run, Cancellation current, String sentence) {
        if (run.item().attempts() < PATIENCE) {
            run.failed(sentence);
        } else if (current.inDoubt()) {
            personLooks(run, current, sentence);
        } else {
            keep(run, current, "NOT_REACHED", null, ReturnCases.NOT_REACHED, sentence);
        }
    }

    /** It stays unknown, with a case; the supplier is asked once an hour all the same. */
    void personLooks(CancelRun run, Cancellation current, String why) {
        returns.open(current, ReturnCases.UNKNOWN, "not known whether it was given back: " + why);
        run.caseOpenedOrClosed();
        run.comeBack(clock.instant().plus(WHILE_A_PERSON_LOOKS));
    }

    private void givenBack(CancelRun run, Cancellation current, String outcome) {
        cancellations.move(current, CANCELLED, outcome, null, clock.instant());
        run.tell("eSIM given back", Map.of("cost", run.esim().cost().toString(), "how", outcome));
        returns.close(run.esim(), "cancel-esim", "given back");
        run.caseOpenedOrClosed();
        run.next(CancelRun.Step.END);
    }

    /** A refusal after a lost answer may only mean that the first one had been heard: the eSIM's state tells. */
    private void refusedOrRepeated(CancelRun run, Cancellation current, String text) {
        if (current.inDoubt()) {
            cancellations.move(current, UNKNOWN, CancelPlan.REFUSED_AGAIN, text, clock.instant());
            run.comeBack(clock.instant().plus(CancelPlan.pauseAfter(1)));
        } else {
            refused(run, current, text);
        }
    }

    private void refused(CancelRun run, Cancellation current, String text) {
        keep(
                run,
                current,
                "REFUSED",
                text,
                ReturnCases.REFUSED,
                run.esim().supplier() + " refused to take it back: " + text);
    }

    private void keep(
            CancelRun run, Cancellation current, String outcome, String answer, String reason, String sentence) {
        cancellations.move(current, KEPT, outcome, answer, clock.instant());
        returns.open(current, reason, sentence);
        run.caseOpenedOrClosed();
        run.tell("eSIM not given back", Map.of("why", outcome, "answer", answer == null ? "" : answer));
        run.next(CancelRun.Step.END);
    }

    private void notSent(CancelRun run, Cancellation current, CancelAnswer.NotSent answer) {
        Instant now = clock.instant();
        CancellationState before = current.inDoubt() ? UNKNOWN : REQUESTED;
        cancellations.move(current, before, answer.cause().name(), answer.text(), now);
        switch (answer.cause()) {
            case BUSY -> run.comeBack(now.plus(answer.retryAfter().orElse(BUSY)));
            case UNREACHABLE -> {
                Cancellation again = cancellations.byId(current.id()).orElseThrow();
                notReached(run, again, run.esim().supplier() + " could not be reached: " + answer.text());
            }
            case ACCESS -> {
                cases.open(CaseReport.of(
                                "supplier-access", "ACCESS_REFUSED", run.esim().supplier())
                        .failed(1, answer.text()));
                run.comeBack(now.plus(ACCESS));
            }
        }
    }

    private void count(CancelRun run, String outcome) {
        meters.counter("hub.supplier.cancellations", "supplier", run.esim().supplier(), "outcome", outcome)
                .increment();
    }
}
