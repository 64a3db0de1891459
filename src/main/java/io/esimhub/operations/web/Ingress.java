package io.esimhub.operations.web;

import jakarta.servlet.http.HttpServletRequest;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.platform.http.springboot.PlatformHttpMessage;
import org.apache.camel.support.AsyncProcessorConverterHelper;
import org.apache.camel.support.processor.DelegateAsyncProcessor;

/** The first step of every HTTP route: the raw bytes become the body, and who has logged in becomes a property. */
class Ingress extends DelegateAsyncProcessor {

    Ingress(Processor route) {
        super(AsyncProcessorConverterHelper.convert(route));
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
        return super.process(exchange, callback);
    }
}
