package io.esimhub.orders;

import io.esimhub.operations.work.WorkExchange;
import io.esimhub.operations.work.WorkItem;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** The steps of telling a channel. The queue {@code confirm} carries an order's id. */
@Component("confirmSteps")
class ConfirmSteps {

    private static final String TELLING = "telling";

    private final Confirmations confirmations;
    private final ConfirmOutcomes outcomes;

    ConfirmSteps(Confirmations confirmations, ConfirmOutcomes outcomes) {
        this.confirmations = confirmations;
        this.outcomes = outcomes;
    }

    /** The body becomes the {@link SentNotice}, or null if there is nothing to tell now. */
    public void begin(Exchange exchange) {
        long order = Long.parseLong(item(exchange).payload());
        Confirmations.Telling telling = confirmations.take(order).orElse(null);
        exchange.setProperty(TELLING, telling);
        exchange.getMessage().setBody(telling == null ? null : telling.notice());
        if (telling == null) {
            confirmations.busyUntil(order).ifPresent(at -> WorkExchange.comeBack(exchange, at));
        }
    }

    /** The body is the channel's {@link ConfirmAnswer}. */
    public void end(Exchange exchange) {
        SentNotice notice = telling(exchange).notice();
        ConfirmAnswer answer = exchange.getMessage().getBody(ConfirmAnswer.class);
        if (answer instanceof ConfirmAnswer.Told told) {
            outcomes.told(item(exchange), notice, told);
        } else if (answer instanceof ConfirmAnswer.Later later) {
            WorkExchange.comeBack(exchange, later.at());
        } else {
            outcomes.refused(item(exchange), notice, ((ConfirmAnswer.Refused) answer).text());
        }
    }

    /** However it ended: the next run need not wait. */
    public void letGo(Exchange exchange) {
        confirmations.letGo(telling(exchange));
    }

    private static Confirmations.Telling telling(Exchange exchange) {
        return exchange.getProperty(TELLING, Confirmations.Telling.class);
    }

    private static WorkItem item(Exchange exchange) {
        return exchange.getProperty(WorkExchange.ITEM, WorkItem.class);
    }
}
