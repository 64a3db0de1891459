package io.esimhub.operations.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Processor;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.springboot.SpringBootPlatformHttpConsumer;

/**
 * Answers in the request's own pass. The starter's consumer hands Spring a future, which has the container send every request
 * through all its filters a second time even if the future has ended long before.
 */
class DirectHttpConsumer extends SpringBootPlatformHttpConsumer {

    DirectHttpConsumer(PlatformHttpEndpoint endpoint, Processor route) {
        super(endpoint, route, Runnable::run);
    }

    /** @return null, which tells Spring that the request is answered */
    @Override
    public CompletableFuture<Void> service(HttpServletRequest request, HttpServletResponse response) {
        super.service(request, response).join();
        return null;
    }
}
