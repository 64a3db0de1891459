package io.esimhub.operations.web;

import org.apache.camel.Processor;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.spi.PlatformHttpConsumer;
import org.apache.camel.component.platform.http.spi.PlatformHttpEngine;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.stereotype.Component;

/**
 * Runs HTTP routes on the container's own thread. The starter's engine hands each request to the application's task executor,
 * which has eight threads and an endless queue: a hop more for every request, and no more than eight routes at a time.
 * Here {@code server.tomcat.threads.max} says how many run at once.
 */
@Component("platform-http-engine") // the name that the component looks for
class CamelHttpEngine implements PlatformHttpEngine {

    private final int port;
    private final Answer answer;

    CamelHttpEngine(ServerProperties server, Answer answer) {
        this.answer = answer;
        this.port = server.getPort() == null ? 8080 : server.getPort();
    }

    @Override
    public PlatformHttpConsumer createConsumer(PlatformHttpEndpoint endpoint, Processor route) {
        // otherwise the body is first decoded to characters, which loses bytes
        endpoint.setUseStreaming(true);
        return new DirectHttpConsumer(endpoint, new Ingress(route, answer));
    }

    @Override
    public int getServerPort() {
        return port;
    }
}
