package io.esimhub.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.model.ActivationCode;
import io.esimhub.suppliers.CallbackReader;
import io.esimhub.suppliers.CallbackReading;
import io.esimhub.suppliers.EsimReference;
import io.esimhub.suppliers.EsimStatus;
import io.esimhub.suppliers.OrderWindow;
import io.esimhub.suppliers.RateCosts;
import io.esimhub.suppliers.ResolutionCapability;
import io.esimhub.suppliers.SupplierAnswer;
import io.esimhub.suppliers.SupplierCallback;
import io.esimhub.suppliers.SupplierCapabilities;
import io.esimhub.suppliers.SupplierEntry;
import io.esimhub.suppliers.SupplierEsim;
import io.esimhub.suppliers.SupplierListing;
import io.esimhub.suppliers.SupplierOrder;
import io.esimhub.suppliers.SupplierOrderRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A supplier that allocates when the test says so, calls back under a header that is its proof, and tells what the test wants. */
@TestConfiguration(proxyBeanMethods = false)
class CallingSupplier {

    static final String CODE = "calling";
    static final String PROOF = "it is me";

    /** What a call to it led to; static, as the test and the routes share one supplier. */
    static final Map<String, SupplierOrder> ORDERS = new ConcurrentHashMap<>();

    static final Map<String, EsimStatus> STATUS = new ConcurrentHashMap<>();
    static final List<String> ASKED = new CopyOnWriteArrayList<>();

    private static final AtomicLong ICCIDS = new AtomicLong(8_944_000_000_000_000_001L);

    /** The customer can have it now. */
    static void allocate(String order) {
        ORDERS.computeIfPresent(
                order,
                (number, known) -> new SupplierOrder(
                        number,
                        known.key(),
                        known.supplierSku(),
                        1,
                        known.total(),
                        known.createdAt(),
                        List.of(esim("of-" + number))));
    }

    private static SupplierEsim esim(String id) {
        String iccid = Long.toString(ICCIDS.incrementAndGet());
        return SupplierEsim.esim(
                id, Optional.of(iccid), ActivationCode.parse("LPA:1$rsp.example.com$" + iccid), Optional.empty());
    }

    @Bean
    SupplierCapabilities callingCapability() {
        return new SupplierCapabilities(
                CODE,
                ResolutionCapability.OUR_REFERENCE,
                SupplierCapabilities.Completion.EITHER,
                1,
                false,
                SupplierCapabilities.Cancelling.NEVER,
                false,
                SupplierCapabilities.CallbackAuthentication.SIGNED,
                EnumSet.of(SupplierEntry.LIST, SupplierEntry.STATUS),
                RateCosts.even());
    }

    @Bean
    RouteBuilder callingRoutes() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("direct:place-" + CODE).process(exchange -> exchange.getMessage()
                        .setBody(place(exchange.getMessage().getBody(SupplierOrderRequest.class))));
                from("direct:list-" + CODE).process(exchange -> exchange.getMessage()
                        .setBody(list(exchange.getMessage().getBody(OrderWindow.class))));
                from("direct:status-" + CODE).process(exchange -> exchange.getMessage()
                        .setBody(status(exchange.getMessage().getBody(EsimReference.class))));
            }
        };
    }

    private static SupplierAnswer place(SupplierOrderRequest order) {
        String number = "N-" + order.key();
        boolean now = "now".equals(order.supplierSku());
        SupplierEsim esim = esim("of-" + number);
        ORDERS.put(
                number,
                new SupplierOrder(
                        number,
                        Optional.of(order.key()),
                        order.supplierSku(),
                        1,
                        Optional.empty(),
                        Instant.now(),
                        now ? List.of(esim) : List.of()));
        return switch (order.supplierSku()) {
            case "now" -> new SupplierAnswer.Completed(number, List.of(esim));
            case "lost" -> new SupplierAnswer.Unknown("READ_TIMEOUT");
            default -> new SupplierAnswer.Accepted(number);
        };
    }

    private static SupplierListing list(OrderWindow window) {
        ASKED.add("list");
        return new SupplierListing(List.copyOf(ORDERS.values()), Optional.empty());
    }

    private static EsimStatus status(EsimReference esim) {
        ASKED.add(esim.supplierEsimId());
        return Optional.ofNullable(STATUS.get(esim.supplierEsimId()))
                .orElseThrow(() -> new IllegalStateException("does not say"));
    }

    @Bean
    CallbackReader callingReader(ObjectMapper json) {
        return new CallbackReader() {
            @Override
            public String code() {
                return CODE;
            }

            @Override
            public Set<String> headers() {
                return Set.of("x-proof");
            }

            @Override
            public CallbackReading read(SupplierCallback callback) {
                if (!callback.headers().keySet().equals(Set.of("x-proof"))
                        || !PROOF.equals(callback.headers().get("x-proof"))) {
                    return new CallbackReading.Forged();
                }
                try {
                    return reading(json.readTree(callback.body()));
                } catch (IOException e) {
                    return new CallbackReading.Unreadable();
                }
            }
        };
    }

    private static CallbackReading reading(JsonNode body) {
        return new CallbackReading.Believed(
                body.path("id").asText(""),
                body.path("topic").asText(""),
                body.has("order") || body.has("key")
                        ? List.of(new CallbackReading.OrderChanged(text(body, "order"), text(body, "key")))
                        : body.has("esim") || body.has("iccid")
                                ? List.of(new CallbackReading.EsimChanged(text(body, "esim"), text(body, "iccid")))
                                : body.has("balance") ? List.of(new CallbackReading.BalanceLow()) : List.of());
    }

    private static Optional<String> text(JsonNode body, String field) {
        return Optional.of(body.path(field).asText("")).filter(text -> !text.isEmpty());
    }
}
