package io.esimhub.operations.work;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** One queue. */
class WorkEndpoint extends DefaultEndpoint {

    private final WorkComponent component;
    private final String queue;
    private String key;

    WorkEndpoint(String uri, WorkComponent component, String queue) {
        super(uri, component);
        this.component = component;
        this.queue = queue;
    }

    /** For producers: a Simple expression that names the cause, e.g. {@code order:${body[id]}:sweep}. */
    public void setKey(String key) {
        this.key = key;
    }

    public String getKey() {
        return key;
    }

    String queue() {
        return queue;
    }

    WorkComponent component() {
        return component;
    }

    @Override
    public Producer createProducer() {
        return new WorkProducer(this);
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        WorkConsumer consumer = new WorkConsumer(this, processor);
        configureConsumer(consumer);
        return consumer;
    }
}
