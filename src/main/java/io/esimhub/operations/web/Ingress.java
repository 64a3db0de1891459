package io.esimhub.operations.web;

import jakarta.servlet.http.HttpServletRequest;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.platform.http.springboot.PlatformHttpMessage;
import org.apache.camel.support.AsyncProcessorConverterHelper;
import org.apache.camel.support.processor.DelegateAsyncProcessor;

/**
 * Around every HTTP route: the raw bytes become the body, who has logged in becomes a property, and a failure that the route
 * left unhandled becomes a problem.
 */
class Ingress extends DelegateAsyncProcessor {

    private final Answer answer;

    Ingress(Processor route, Answer answer) {
        super(AsyncProcessorConverterHelper.convert(route));
        this.answer = answer;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        if (exchange.getIn() instanceof PlatformHttpMessage message) {
            HttpServletRequest request = message.getRequest();
            RawBody body = RawBody.of(request);
            if (body != null) {
                message.setBody(body.bytes());
            }
            if (request.getUserPrincipal() != null) {
                exchange.setProperty(
                        CurrentOperator.PROPERTY, request.getUserPrincipal().getName());
            }
        }
        return super.process(exchange, doneSync -> {
            if (exchange.getException() != null) {
                answer.unhandled(exchange);
            }
            callback.done(doneSync);
        });
    }
}
