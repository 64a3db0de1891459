package io.esimhub.suppliers;

import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.springframework.stereotype.Component;

/** The steps around every HTTP call of a supplier's route. */
@Component("supplierHttp")
class SupplierHttp {

    /** The body becomes an {@link HttpAnswer}, and every header is dropped. */
    public void read(Exchange exchange) {
        Message message = exchange.getMessage();
        Integer status = message.getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
        byte[] body = message.getBody(byte[].class);
        HttpAnswer answer = new HttpAnswer(
                status == null ? 0 : status,
                HttpAnswer.mediaType(message.getHeader(Exchange.CONTENT_TYPE, String.class)),
                body == null ? new byte[0] : body,
                Optional.ofNullable(message.getHeader("Retry-After", String.class)),
                HttpAnswer.httpDate(message.getHeader("Date", String.class)));
        message.removeHeaders("*");
        message.setBody(answer);
    }

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
