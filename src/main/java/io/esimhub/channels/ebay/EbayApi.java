package io.esimhub.channels.ebay;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** The steps around every call of the Fulfillment API. */
@Component("ebayApi")
class EbayApi {

    private final EbayAccess access;

    EbayApi(EbayAccess access) {
        this.access = access;
    }

    /** The body is an {@link EbayCall}; it becomes the request. */
    public void write(Exchange exchange) {
        EbayCall call = exchange.getMessage().getBody(EbayCall.class);
        access.ask(exchange, EbayScope.SELLER, call.method(), "/sell/fulfillment/v1" + call.path());
        if (call.body() != null) {
            exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "application/json");
            exchange.getMessage().setBody(call.body());
        }
    }

    /** The body becomes the answer's {@link JsonNode}; missing if it had none. */
    public void read(Exchange exchange) {
        JsonNode body = access.read(exchange);
        exchange.getMessage().setBody(body);
    }
}
