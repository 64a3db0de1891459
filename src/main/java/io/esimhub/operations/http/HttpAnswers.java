package io.esimhub.operations.http;

import io.esimhub.model.HttpTime;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.springframework.stereotype.Component;

/** The step after every HTTP call of a route. */
@Component("httpAnswers")
class HttpAnswers {

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
                HttpTime.date(message.getHeader("Date", String.class)));
        message.removeHeaders("*");
        message.setBody(answer);
    }
}
