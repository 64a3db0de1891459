package io.esimhub.suppliers.airalo;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.model.DataVolume;
import io.esimhub.suppliers.EsimStatus;
import io.esimhub.suppliers.EsimStatus.Stage;
import java.util.Optional;

/** What GET /sims/{iccid}/usage tells of a life. Airalo does not say when, or whether, an eSIM was installed. */
final class AiraloUsage {

    private AiraloUsage() {}

    /** @throws IllegalStateException if the vendor does not know either */
    static EsimStatus status(JsonNode data) {
        Stage stage =
                switch (data.path("status").asText("")) {
                    case "NOT_ACTIVE" -> Stage.NEW;
                    case "ACTIVE" -> Stage.ACTIVE;
                    case "FINISHED" -> Stage.DEPLETED;
                    // recycled: long over, and its number waits for another traveller
                    case "EXPIRED", "RECYCLED" -> Stage.EXPIRED;
                    default -> throw new IllegalStateException("Airalo does not say how far the eSIM is");
                };
        long total = data.path("total").asLong(0);
        long remaining = data.path("remaining").asLong(0);
        boolean counted = total > 0 && remaining >= 0 && remaining <= total;
        return new EsimStatus(
                stage,
                Optional.empty(),
                Optional.empty(),
                counted ? Optional.of(bytes(total - remaining)) : Optional.empty(),
                counted ? Optional.of(bytes(total)) : Optional.empty(),
                AiraloSim.text(data, "expired_at").flatMap(AiraloOrder::time));
    }

    private static long bytes(long megabytes) {
        return megabytes == 0
                ? 0
                : DataVolume.megabytes(megabytes, DataVolume.Base.BINARY).bytes();
    }
}
