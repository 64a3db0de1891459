package io.esimhub.flow;

import io.esimhub.model.ActivationCode;
import io.esimhub.suppliers.RateCosts;
import io.esimhub.suppliers.ResolutionCapability;
import io.esimhub.suppliers.SupplierAnswer;
import io.esimhub.suppliers.SupplierCapabilities;
import io.esimhub.suppliers.SupplierEntry;
import io.esimhub.suppliers.SupplierEsim;
import io.esimhub.suppliers.SupplierOffers;
import io.esimhub.suppliers.SupplierOrderRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A supplier whose list is what the test says, and who sells everything. */
@TestConfiguration
class ListedSupplier {

    static final String CODE = "listed";

    /** What its list holds now; may throw. */
    static volatile Supplier<SupplierOffers> list = () -> new SupplierOffers(List.of());

    @Bean
    SupplierCapabilities listedCapability() {
        return new SupplierCapabilities(
                CODE,
                ResolutionCapability.NONE,
                SupplierCapabilities.Completion.AT_ONCE,
                10,
                false,
                SupplierCapabilities.Cancelling.NEVER,
                false,
                SupplierCapabilities.CallbackAuthentication.NONE,
                EnumSet.of(SupplierEntry.CATALOG),
                RateCosts.even());
    }

    @Bean
    RouteBuilder listedRoutes() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:" + SupplierEntry.CATALOG.route(CODE))
                        .routeId(SupplierEntry.CATALOG.route(CODE))
                        .errorHandler(noErrorHandler())
                        .process(exchange -> exchange.getMessage().setBody(list.get()));
                from("direct:" + SupplierEntry.PLACE.route(CODE))
                        .routeId(SupplierEntry.PLACE.route(CODE))
                        .errorHandler(noErrorHandler())
                        .process(exchange -> exchange.getMessage()
                                .setBody(sold(exchange.getMessage().getMandatoryBody(SupplierOrderRequest.class))));
            }
        };
    }

    private static SupplierAnswer sold(SupplierOrderRequest order) {
        List<SupplierEsim> esims = IntStream.range(0, order.quantity())
                .mapToObj(n -> UUID.randomUUID().toString())
                .map(id -> SupplierEsim.esim(
                        id, Optional.empty(), ActivationCode.of("rsp.sandbox.example.com", id), Optional.empty()))
                .toList();
        return new SupplierAnswer.Completed(UUID.randomUUID().toString(), esims);
    }
}
