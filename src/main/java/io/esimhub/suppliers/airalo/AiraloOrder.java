package io.esimhub.suppliers.airalo;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.suppliers.SupplierEsim;
import io.esimhub.suppliers.SupplierOrder;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * An order in the vendor's words: the answer to an order, an order by its number, one of the list, or what a callback brings.
 *
 * @param id the number it is asked for by; empty if there is none
 * @param description our key, exactly as it was sent; never compared but exactly
 * @param status completed, failed or refunded; empty where it is not said
 * @param esims those that a customer can be given
 */
record AiraloOrder(
        Optional<String> id,
        Optional<String> description,
        String packageId,
        int quantity,
        Optional<Instant> createdAt,
        String status,
        List<SupplierEsim> esims) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final Set<String> OVER = Set.of("failed", "refunded");
    private static final int LONGEST_ID = 100;

    static AiraloOrder of(JsonNode node) {
        List<SupplierEsim> esims = new ArrayList<>();
        node.path("sims").forEach(sim -> AiraloSim.of(sim).ifPresent(esims::add));
        return new AiraloOrder(
                AiraloSim.text(node, "id").filter(id -> id.length() <= LONGEST_ID),
                Optional.of(node.path("description"))
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::asText),
                node.path("package_id").asText(""),
                node.path("quantity").asInt(0),
                AiraloSim.text(node, "created_at").flatMap(AiraloOrder::time),
                node.path("status").path("slug").asText("").toLowerCase(Locale.ROOT),
                esims);
    }

    /** Failed, or paid back: its eSIMs are nobody's any more. */
    boolean isOver() {
        return OVER.contains(status);
    }

    boolean isComplete() {
        return quantity > 0 && esims.size() == quantity;
    }

    /** @param otherwise stands in for a date that cannot be read */
    SupplierOrder listed(Instant otherwise) {
        return new SupplierOrder(
                id.orElseThrow(),
                description,
                packageId,
                quantity,
                Optional.empty(),
                createdAt.orElse(otherwise),
                isOver() ? List.of() : esims);
    }

    /** UTC, to the second. */
    static Optional<Instant> time(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
