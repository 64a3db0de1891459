package io.esimhub.fulfillment.life;

import io.esimhub.suppliers.EsimStatus.Stage;
import java.time.Instant;
import java.util.Optional;

/** An eSIM's life as operators see it. */
record LifeView(
        long esim,
        String supplier,
        Stage stage,
        Optional<Instant> installedAt,
        Optional<Instant> activatedAt,
        Optional<Long> usedBytes,
        Optional<Long> totalBytes,
        Optional<Instant> expiresAt,
        Optional<Instant> checkedAt) {

    static LifeView of(SoldEsim esim, EsimLife life) {
        return new LifeView(
                esim.id(),
                esim.supplier(),
                life.stage(),
                life.installedAt(),
                life.activatedAt(),
                life.usedBytes(),
                life.totalBytes(),
                life.expiresAt(),
                life.checkedAt());
    }
}
