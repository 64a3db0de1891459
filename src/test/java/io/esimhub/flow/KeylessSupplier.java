package io.esimhub.flow;

import io.esimhub.suppliers.SupplierAnswer;
import java.util.Optional;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A supplier that refuses our key: another one's breaker would stay open for the tests that follow. */
@TestConfiguration(proxyBeanMethods = false)
class KeylessSupplier {

    @Bean
    RouteBuilder keylessSupplierRoutes() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:place-keyless").routeId("place-keyless").process(exchange -> exchange.getMessage()
                        .setBody(new SupplierAnswer.NotPlaced(
                                SupplierAnswer.Cause.ACCESS, Optional.empty(), "HTTP 401")));
            }
        };
    }
}
