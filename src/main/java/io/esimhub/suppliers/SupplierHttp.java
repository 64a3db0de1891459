package io.esimhub.suppliers;

import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** What follows from an HTTP call of a supplier's route that ended in an exception. */
@Component("supplierHttp")
class SupplierHttp {

    /** The call ended in an exception: the body becomes the answer that follows from it. */
    public void failed(Exchange exchange) {
        Exception error = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setBody(TransportFailure.answer(error));
    }

    /** The same for a call that gives an eSIM back. */
    public void cancelFailed(Exchange exchange) {
        Exception error = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setBody(TransportFailure.cancelAnswer(error));
    }
}
