package io.esimhub.fulfillment;

import io.esimhub.operations.work.WorkExchange;
import io.esimhub.operations.work.WorkItem;
import io.esimhub.suppliers.CancelAnswer;
import io.esimhub.suppliers.EsimStatus;
import io.esimhub.suppliers.SupplierEntry;
import java.util.Locale;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/**
 * The steps of the route {@code cancel-esim}. Between them the exchange carries the {@link CancelRun}; the property {@code step} says
 * what comes next: {@code ask} and {@code send} (the property {@code call} names the supplier's route, the body is what it gets),
 * {@code dispatch}, or {@code end}.
 */
@Component("cancelSteps")
class CancelSteps {

    private static final String RUN = "cancelRun";

    private final CancelDesk desk;

    CancelSteps(CancelDesk desk) {
        this.desk = desk;
    }

    /** The body is a {@link WorkItem} with a cancellation's id. */
    public void takeUp(Exchange exchange) {
        desk.takeUp(exchange.getMessage().getBody(WorkItem.class)).ifPresent(run -> {
            exchange.setProperty(RUN, run);
            next(exchange, run);
        });
    }

    /** The body is what the supplier's route brought, if it brought anything. */
    public void asked(Exchange exchange) {
        CancelRun run = run(exchange);
        Object body = exchange.getMessage().getBody();
        if (came(exchange) && body instanceof EsimStatus status) {
            desk.asked(run, status);
        } else {
            desk.notAsked(run, error(exchange));
        }
        next(exchange, run);
    }

    public void dispatch(Exchange exchange) {
        CancelRun run = run(exchange);
        desk.dispatch(run);
        next(exchange, run);
    }

    /** The body is what the supplier's route brought; if it brought nothing, nobody knows what it has done. */
    public void answered(Exchange exchange) {
        CancelRun run = run(exchange);
        Object body = exchange.getMessage().getBody();
        desk.answered(
                run,
                came(exchange) && body instanceof CancelAnswer answer
                        ? answer
                        : new CancelAnswer.Unknown(error(exchange)));
        next(exchange, run);
    }

    /** Says whether the item comes back, and when; a failure is the work queue's to judge. */
    public void end(Exchange exchange) {
        CancelRun run = run(exchange);
        if (run == null) {
            return;
        }
        if (run.failure().isPresent()) {
            throw new SupplierNotReached(run.failure().get());
        }
        run.comeBack().ifPresent(at -> WorkExchange.comeBack(exchange, at));
    }

    private static void next(Exchange exchange, CancelRun run) {
        exchange.setProperty("step", run.step().name().toLowerCase(Locale.ROOT));
        if (run.step() == CancelRun.Step.ASK) {
            call(exchange, run, SupplierEntry.STATUS);
        } else if (run.step() == CancelRun.Step.SEND) {
            call(exchange, run, SupplierEntry.CANCEL);
        }
    }

    private static void call(Exchange exchange, CancelRun run, SupplierEntry entry) {
        exchange.setProperty("call", entry.route(run.esim().supplier()));
        exchange.getMessage().setBody(run.esim().reference());
    }

    static boolean came(Exchange exchange) {
        return "true".equals(exchange.getProperty("answered", String.class));
    }

    /** Its class only: a vendor's text may hold anything. */
    private static String error(Exchange exchange) {
        Exception error = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        return error == null ? "no answer" : error.getClass().getSimpleName();
    }

    private static CancelRun run(Exchange exchange) {
        return exchange.getProperty(RUN, CancelRun.class);
    }
}
