package io.esimhub.suppliers.esimgo;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.operations.http.VendorJson;
import io.esimhub.suppliers.EsimStatus;
import io.esimhub.suppliers.EsimStatus.Stage;
import io.esimhub.suppliers.UnusableAnswer;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** An eSIM's life, put together from the profile ({@code /esims/{iccid}}) and the bundle on it ({@code …/bundles}). */
final class EsimGoStatus {

    /** What of several assignments counts: the one that can still be used. */
    private static final List<String> ORDER =
            List.of("active", "queued", "processing", "depleted", "expired", "lapsed", "revoked");

    /** Nobody has taken the profile yet. */
    private static final Set<String> UNTOUCHED = Set.of("released", "available", "allocated", "confirmed");

    private EsimGoStatus() {}

    /**
     * @param sku the bundle that was bought; if it is not there, all that are
     * @throws UnusableAnswer if there is no bundle, or something is in a state that we do not know: an eSIM that is taken for untouched
     *     would be given back while somebody uses it
     */
    static EsimStatus of(JsonNode profile, JsonNode bundles, String sku) throws UnusableAnswer {
        JsonNode assignment = assignments(bundles, sku).stream()
                .min(Comparator.comparingInt(each -> ORDER.indexOf(state(each))))
                .orElseThrow(() -> new UnusableAnswer("eSIM Go shows no bundle on the eSIM"));
        Optional<Instant> installedAt = time(profile, "firstInstalledDateTime");
        Optional<Long> total = VendorJson.amount(assignment, "initialQuantity");
        return new EsimStatus(
                stage(assignment, profile, installedAt.isPresent()),
                installedAt,
                time(assignment, "startTime"),
                used(assignment, total),
                assignment.path("unlimited").asBoolean(false) ? Optional.empty() : total,
                time(assignment, "endTime"));
    }

    private static List<JsonNode> assignments(JsonNode bundles, String sku) throws UnusableAnswer {
        List<JsonNode> ours = new ArrayList<>();
        List<JsonNode> all = new ArrayList<>();
        for (JsonNode bundle : bundles.path("bundles")) {
            for (JsonNode assignment : bundle.path("assignments")) {
                if (!ORDER.contains(state(assignment))) {
                    throw new UnusableAnswer("eSIM Go shows a bundle in a state that is not known");
                }
                all.add(assignment);
                if (bundle.path("name").asText().equals(sku)) {
                    ours.add(assignment);
                }
            }
        }
        return ours.isEmpty() ? all : ours;
    }

    private static Stage stage(JsonNode assignment, JsonNode profile, boolean installed) throws UnusableAnswer {
        return switch (state(assignment)) {
            case "revoked" -> Stage.CANCELLED;
            case "expired", "lapsed" -> Stage.EXPIRED;
            case "depleted" -> Stage.DEPLETED;
            case "active" -> Stage.ACTIVE;
            default -> installed || isTaken(profile) ? Stage.INSTALLED : Stage.NEW;
        };
    }

    private static boolean isTaken(JsonNode profile) throws UnusableAnswer {
        return VendorJson.text(profile, "profileStatus")
                .map(status -> !UNTOUCHED.contains(status.toLowerCase(Locale.ROOT)))
                .orElseThrow(() -> new UnusableAnswer("eSIM Go does not say how far the profile is"));
    }

    private static String state(JsonNode assignment) {
        return assignment.path("bundleState").asText().strip().toLowerCase(Locale.ROOT);
    }

    private static Optional<Long> used(JsonNode assignment, Optional<Long> total) {
        return total.flatMap(all -> VendorJson.number(assignment, "remainingQuantity")
                .map(BigDecimal::longValue)
                .filter(remaining -> remaining >= 0)
                .map(remaining -> Math.max(0, all - remaining)));
    }

    /** Milliseconds since 1970 in one answer, ISO in others; 0 is never. */
    private static Optional<Instant> time(JsonNode node, String field) {
        Optional<Long> millis = VendorJson.amount(node, field);
        if (millis.isPresent()) {
            return millis.map(Instant::ofEpochMilli);
        }
        try {
            return VendorJson.text(node, field)
                    .map(text -> OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }
}
