package io.esimhub.orders;

import io.esimhub.operations.work.Lanes;
import io.esimhub.operations.work.WorkExchange;
import io.esimhub.operations.work.WorkItem;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** The steps of telling a channel. The queue {@code confirm} carries an order's id. */
@Component("confirmSteps")
class ConfirmSteps {

    private static final String TELLING = "telling";
    private static final int AT_A_TIME = 8;

    private final Confirmations confirmations;
    private final ConfirmOutcomes outcomes;
    private final Lanes lanes;

    ConfirmSteps(Confirmations confirmations, ConfirmOutcomes outcomes, Lanes lanes) {
        this.confirmations = confirmations;
        this.outcomes = outcomes;
        this.lanes = lanes;
    }

    /** The body becomes the {@link SentNotice}, or null if there is nothing to tell now. */
    public void begin(Exchange exchange) {
        long order = Long.parseLong(item(exchange).payload());
        Optional<Confirmations.Telling> telling = confirmations.take(order).filter(taken -> hasRoom(exchange, taken));
        exchange.setProperty(TELLING, telling.orElse(null));
        exchange.getMessage().setBody(telling.map(Confirmations.Telling::notice).orElse(null));
        if (telling.isEmpty()) {
            confirmations.busyUntil(order).ifPresent(at -> WorkExchange.comeBack(exchange, at));
        }
    }

    /** A channel that hangs keeps a few threads, and no more. */
    private boolean hasRoom(Exchange exchange, Confirmations.Telling taken) {
        boolean room = lanes.enter("confirm:" + taken.notice().getChannel(), AT_A_TIME, item(exchange));
        if (!room) {
            confirmations.letGo(taken);
        }
        return room;
    }

    /** The body is the channel's {@link ConfirmAnswer}. */
    public void end(Exchange exchange) {
        SentNotice notice = telling(exchange).notice();
        ConfirmAnswer answer = exchange.getMessage().getBody(ConfirmAnswer.class);
        if (answer instanceof ConfirmAnswer.Told told) {
            outcomes.told(item(exchange), notice, told);
            exchange.removeProperty(TELLING);
        } else if (answer instanceof ConfirmAnswer.Later later) {
            WorkExchange.comeBack(exchange, later.at());
        } else {
            outcomes.refused(item(exchange), notice, ((ConfirmAnswer.Refused) answer).text());
        }
    }

    /** However it ended, unless the channel knows everything now: the next run need not wait. */
    public void letGo(Exchange exchange) {
        Optional.ofNullable(telling(exchange)).ifPresent(confirmations::letGo);
    }

    private static Confirmations.Telling telling(Exchange exchange) {
        return exchange.getProperty(TELLING, Confirmations.Telling.class);
    }

    private static WorkItem item(Exchange exchange) {
        return exchange.getProperty(WorkExchange.ITEM, WorkItem.class);
    }
}
