package io.esimhub.flow;

import io.esimhub.suppliers.CancelAnswer;
import io.esimhub.suppliers.EsimStatus;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;

/** Stands in for two routes of a supplier, says what the test wants it to say, and counts. The last word of a script is repeated. */
final class ScriptedSupplier implements AutoCloseable {

    private final CamelContext camel;
    private final String code;
    private final Map<String, Deque<Supplier<Object>>> scripts = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> holds = new ConcurrentHashMap<>();
    private final Map<String, Integer> calls = new ConcurrentHashMap<>();

    ScriptedSupplier(CamelContext camel, String code) throws Exception {
        this.camel = camel;
        this.code = code;
        standIn("status");
        standIn("cancel");
    }

    void saysStatus(EsimStatus.Stage... stages) {
        scripts.put(
                "status", script(List.of(stages).stream().map(EsimStatus::of).toArray()));
    }

    void answersCancel(CancelAnswer... answers) {
        scripts.put("cancel", script((Object[]) answers));
    }

    void staysSilent(String entry) {
        scripts.put(entry, new ArrayDeque<>(List.of(() -> {
            throw new IllegalStateException("the line is dead");
        })));
    }

    /** Every call waits for the end of it, and says afterwards what it would have said. */
    void hangs(String entry, CountDownLatch end) {
        holds.put(entry, end);
    }

    int calls(String entry) {
        return calls.getOrDefault(entry, 0);
    }

    private static Deque<Supplier<Object>> script(Object... words) {
        Deque<Supplier<Object>> script = new ArrayDeque<>();
        for (Object word : words) {
            script.add(() -> word);
        }
        return script;
    }

    private Object next(String entry) throws InterruptedException {
        calls.merge(entry, 1, Integer::sum);
        CountDownLatch hold = holds.get(entry);
        if (hold != null && !hold.await(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the test forgot its hanging supplier");
        }
        return word(entry).get();
    }

    private synchronized Supplier<Object> word(String entry) {
        Deque<Supplier<Object>> script = scripts.get(entry);
        return script.size() > 1 ? script.poll() : script.peek();
    }

    private void standIn(String entry) throws Exception {
        if (camel.getRoute(entry + "-" + code) != null) {
            camel.getRouteController().stopRoute(entry + "-" + code);
        }
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:" + entry + "-" + code)
                        .routeId("scripted-" + entry + "-" + code)
                        .errorHandler(noErrorHandler())
                        .process(exchange -> exchange.getMessage().setBody(next(entry)));
            }
        });
    }

    @Override
    public void close() throws Exception {
        for (String entry : List.of("status", "cancel")) {
            camel.getRouteController().stopRoute("scripted-" + entry + "-" + code);
            camel.removeRoute("scripted-" + entry + "-" + code);
            if (camel.getRoute(entry + "-" + code) != null) {
                camel.getRouteController().startRoute(entry + "-" + code);
            }
        }
    }
}
