package io.esimhub.fulfillment;

import io.esimhub.delivery.DeliveryOutcome;
import io.esimhub.operations.work.WorkExchange;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/**
 * The steps of the route {@code fulfill-order}. Between them the exchange carries the {@link OrderRun}; the property {@code step}
 * says what comes next: {@code supplier} (the property {@code call} names the route, the body is what it gets), {@code mail}, or
 * {@code end}.
 */
@Component("fulfillmentSteps")
class FulfillmentSteps {

    private static final String RUN = "orderRun";
    private static final String UNITS = "deliveryUnits";

    private final FulfillmentDesk desk;

    FulfillmentSteps(FulfillmentDesk desk) {
        this.desk = desk;
    }

    /** The body is an {@link OrderRun} whose first step is written down. */
    public void begin(Exchange exchange) {
        OrderRun run = exchange.getMessage().getBody(OrderRun.class);
        exchange.setProperty(RUN, run);
        next(exchange, run);
    }

    /** The body is what the supplier's route brought. */
    public void answered(Exchange exchange) {
        OrderRun run = run(exchange);
        desk.answered(run, exchange.getMessage().getBody());
        next(exchange, run);
    }

    public void lost(Exchange exchange) {
        OrderRun run = run(exchange);
        desk.lost(run, exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class));
        next(exchange, run);
    }

    public void loadMail(Exchange exchange) {
        WorkExchange.oneMoreTry(exchange, true);
        Optional<PendingDelivery> pending = desk.pendingOf(run(exchange));
        exchange.setProperty(UNITS, pending.map(PendingDelivery::units).orElse(List.of()));
        exchange.getMessage().setBody(pending.map(PendingDelivery::mail).orElse(null));
    }

    /** The body is a {@link DeliveryOutcome}, or nothing if there was nothing left to mail. */
    @SuppressWarnings("unchecked")
    public void delivered(Exchange exchange) {
        OrderRun run = run(exchange);
        Optional<DeliveryOutcome> outcome =
                Optional.ofNullable(exchange.getMessage().getBody(DeliveryOutcome.class));
        WorkExchange.oneMoreTry(exchange, false);
        desk.delivered(run, outcome, exchange.getProperty(UNITS, List.class));
        next(exchange, run);
    }

    /** Says whether the item comes back, and when; a failure is the work queue's to judge. */
    public void end(Exchange exchange) {
        OrderRun run = run(exchange);
        if (run.failure().isPresent()) {
            throw new SupplierNotReached(run.failure().get());
        }
        run.comeBack().ifPresent(at -> WorkExchange.comeBack(exchange, at));
    }

    private static OrderRun run(Exchange exchange) {
        return exchange.getProperty(RUN, OrderRun.class);
    }

    private static void next(Exchange exchange, OrderRun run) {
        if (run.call().isPresent()) {
            exchange.setProperty("step", "supplier");
            exchange.setProperty("call", run.call().get().endpoint());
            exchange.getMessage().setBody(run.call().get().body());
        } else {
            exchange.setProperty("step", run.delivery().isPresent() ? "mail" : "end");
        }
    }
}
