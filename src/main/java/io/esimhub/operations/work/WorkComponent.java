package io.esimhub.operations.work;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/** The Camel component {@code work:<queue>}. */
class WorkComponent extends DefaultComponent {

    private final WorkHandlers handlers;
    private final WorkQueue queue;

    WorkComponent(WorkHandlers handlers, WorkQueue queue) {
        this.handlers = handlers;
        this.queue = queue;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        WorkEndpoint endpoint = new WorkEndpoint(uri, this, remaining);
        setProperties(endpoint, parameters);
        return endpoint;
    }

    WorkHandlers handlers() {
        return handlers;
    }

    WorkQueue queue() {
        return queue;
    }
}
