package io.esimhub.operations.work;

import java.time.Instant;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;

/** {@code from: work:<queue>}: runs items through the route. Stopping the route leaves the queue's items alone. */
class WorkConsumer extends DefaultConsumer implements WorkHandler {

    private final WorkEndpoint endpoint;

    WorkConsumer(WorkEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        endpoint.component().handlers().put(endpoint.queue(), this);
    }

    @Override
    protected void doStop() throws Exception {
        endpoint.component().handlers().remove(endpoint.queue());
        super.doStop();
    }

    @Override
    protected void doSuspend() throws Exception {
        endpoint.component().handlers().remove(endpoint.queue());
        super.doSuspend();
    }

    @Override
    protected void doResume() throws Exception {
        super.doResume();
        endpoint.component().handlers().put(endpoint.queue(), this);
    }

    private static WorkResult failed(Exchange exchange, Exception cause) {
        return new WorkResult.Failed(cause, exchange.getProperty(WorkExchange.ONE_MORE, false, boolean.class));
    }

    @Override
    public WorkResult run(WorkItem item) {
        Exchange exchange = createExchange(false);
        try {
            exchange.getMessage().setBody(item);
            exchange.setProperty(WorkExchange.ITEM, item);
            getProcessor().process(exchange);
            if (exchange.getException() != null) {
                return failed(exchange, exchange.getException());
            }
            Instant later = exchange.getProperty(WorkExchange.LATER, Instant.class);
            return later == null ? new WorkResult.Done() : new WorkResult.Later(later);
        } catch (Exception e) {
            return failed(exchange, e);
        } finally {
            item.end();
            releaseExchange(exchange, false);
        }
    }
}
