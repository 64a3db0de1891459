package io.esimhub.sandbox.life;

import io.esimhub.sandbox.SandboxClock;
import io.esimhub.sandbox.ledger.Ledger;
import io.esimhub.sandbox.ledger.PurchasedEsim;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The lives of all eSIMs, and who is told of them. */
@Component
public class EsimLives {

    private final Map<String, Life> lives = new ConcurrentHashMap<>();
    private final Ledger ledger;
    private final SandboxClock clock;
    private final List<LifeListener> listeners;

    EsimLives(Ledger ledger, SandboxClock clock, List<LifeListener> listeners) {
        this.ledger = ledger;
        this.clock = clock;
        this.listeners = listeners;
    }

    public Life of(String supplier, PurchasedEsim esim) {
        return lives.getOrDefault(supplier + "/" + esim.id(), Life.BEFORE);
    }

    /** @return empty if the supplier has sold no such eSIM */
    Optional<Life> live(EsimEvent event) {
        return ledger.withEsim(event.supplier(), event.esim()).map(purchase -> {
            PurchasedEsim esim = purchase.esims().stream()
                    .filter(each ->
                            each.id().equals(event.esim()) || each.iccid().equals(event.esim()))
                    .findFirst()
                    .orElseThrow();
            Life life = lives.merge(
                    event.supplier() + "/" + esim.id(),
                    Life.BEFORE.at(event.stage(), clock.instant(), event.usedBytes()),
                    (before, unused) -> before.at(event.stage(), clock.instant(), event.usedBytes()));
            listeners.stream()
                    .filter(listener -> listener.code().equals(event.supplier()))
                    .forEach(listener -> listener.changed(purchase, esim, life));
            return life;
        });
    }
}
