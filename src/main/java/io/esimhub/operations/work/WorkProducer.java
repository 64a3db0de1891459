package io.esimhub.operations.work;

import java.time.Duration;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Expression;
import org.apache.camel.support.DefaultProducer;

/** {@code to: work:<queue>}: writes the body down as an item, in the transaction of the exchange if there is one. */
class WorkProducer extends DefaultProducer {

    private final WorkEndpoint endpoint;
    private Expression key;

    WorkProducer(WorkEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        String template = Objects.requireNonNull(endpoint.getKey(), "to: work:" + endpoint.queue() + " needs a key");
        key = getEndpoint().getCamelContext().resolveLanguage("simple").createExpression(template);
        key.init(getEndpoint().getCamelContext());
    }

    @Override
    public void process(Exchange exchange) {
        String cause = key.evaluate(exchange, String.class);
        String payload = exchange.getMessage().getBody(String.class);
        endpoint.component().queue().enqueue(endpoint.queue(), cause, payload, Duration.ZERO);
    }
}
