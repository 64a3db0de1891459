package io.esimhub.suppliers.redteago;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.operations.http.VendorJson;
import io.esimhub.suppliers.EsimStatus;
import io.esimhub.suppliers.EsimStatus.Stage;
import io.esimhub.suppliers.UnusableAnswer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** How far an eSIM's life is: {@code esimStatus} is the order's side of it, {@code smdpStatus} the phone's. */
final class RedteagoLife {

    private RedteagoLife() {}

    /** @throws UnusableAnswer if a state is not known: an eSIM taken for untouched would be given back while somebody uses it */
    static EsimStatus of(JsonNode esim) throws UnusableAnswer {
        Optional<Long> used =
                VendorJson.number(esim, "orderUsage").map(BigDecimal::longValue).filter(bytes -> bytes >= 0);
        Optional<Instant> activatedAt = time(esim, "activateTime");
        boolean running =
                activatedAt.isPresent() || used.filter(bytes -> bytes > 0).isPresent();
        return new EsimStatus(
                stage(esim, running),
                time(esim, "installationTime"),
                activatedAt,
                used,
                VendorJson.amount(esim, "totalVolume"),
                time(esim, "expiredTime"));
    }

    private static Stage stage(JsonNode esim, boolean running) throws UnusableAnswer {
        String status = VendorJson.text(esim, "esimStatus").orElse("");
        if (RedteagoEsim.givenBack(status)) {
            return Stage.CANCELLED;
        }
        return switch (status) {
            case "UNUSED_EXPIRED", "USED_EXPIRED" -> Stage.EXPIRED;
            case "USED_UP" -> Stage.DEPLETED;
            case "IN_USE" -> Stage.ACTIVE;
            case "CREATE", "PAYING", "PAID", "GETTING_RESOURCE" -> Stage.NEW;
            case "GOT_RESOURCE", "SUSPENDED" -> running ? Stage.ACTIVE : onThePhone(esim);
            default -> throw new UnusableAnswer("RedteaGO's eSIM is in a state that is not known");
        };
    }

    private static Stage onThePhone(JsonNode esim) throws UnusableAnswer {
        return switch (VendorJson.text(esim, "smdpStatus").orElse("")) {
            case "RELEASED" -> Stage.NEW;
            case "DOWNLOAD", "INSTALLATION", "ENABLED", "DISABLED", "DELETED" -> Stage.INSTALLED;
            default -> throw new UnusableAnswer("RedteaGO does not say how far the profile is");
        };
    }

    private static Optional<Instant> time(JsonNode esim, String field) {
        return VendorJson.text(esim, field).flatMap(RedteagoEsim::time);
    }
}
