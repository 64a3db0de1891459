package io.esimhub.sandbox.airalo;

import io.esimhub.sandbox.SandboxProperties;
import io.esimhub.sandbox.ledger.Purchase;
import jakarta.annotation.PreDestroy;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Asynchronous orders: sold at once, shown and told some time after. When the process ends they are simply there. */
@Component
class LaterOrders {

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(run -> {
        Thread thread = new Thread(run, "sandbox-airalo");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<String> hidden = ConcurrentHashMap.newKeySet();
    private final Messages messages;
    private final long delayMillis;

    LaterOrders(Messages messages, SandboxProperties settings) {
        this.messages = messages;
        this.delayMillis = settings.airalo().allocationDelay().toMillis();
    }

    /** @param url where the order wants to be told; empty: where the buyer opted in */
    void take(String requestId, Purchase purchase, Optional<String> url) {
        hidden.add(purchase.reference());
        timer.schedule(
                () -> {
                    hidden.remove(purchase.reference());
                    messages.orderDone(requestId, purchase, url);
                },
                delayMillis,
                TimeUnit.MILLISECONDS);
    }

    boolean shows(Purchase purchase) {
        return !hidden.contains(purchase.reference());
    }

    @PreDestroy
    void close() {
        timer.shutdownNow();
    }
}
