package io.esimhub.channels;

import io.esimhub.operations.work.WorkExchange;
import io.esimhub.orders.ConfirmAnswer;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** What becomes of a run whose channel is busy. */
@Component("channelWait")
class ChannelWait {

    /** The event comes back then. */
    public void event(Exchange exchange) {
        WorkExchange.comeBack(exchange, busy(exchange).again());
    }

    /** The body becomes a {@link ConfirmAnswer}: what was told already is found at the channel the next time. */
    public void confirm(Exchange exchange) {
        exchange.getMessage().setBody(new ConfirmAnswer.Later(busy(exchange).again()));
    }

    private static ChannelBusy busy(Exchange exchange) {
        return exchange.getProperty(Exchange.EXCEPTION_CAUGHT, ChannelBusy.class);
    }
}
