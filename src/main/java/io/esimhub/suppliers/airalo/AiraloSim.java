package io.esimhub.suppliers.airalo;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.model.ActivationCode;
import io.esimhub.model.SimSecrets;
import io.esimhub.suppliers.SupplierEsim;
import java.util.Optional;

/** One of an order's {@code sims}. Airalo recycles ICCIDs, so its own number of the SIM is the identity. */
final class AiraloSim {

    private AiraloSim() {}

    /** Empty if it lacks what a phone needs. */
    static Optional<SupplierEsim> of(JsonNode sim) {
        Optional<String> iccid = text(sim, "iccid");
        Optional<String> id = text(sim, "id").or(() -> iccid);
        return id.flatMap(known ->
                code(sim).map(code -> new SupplierEsim(known, iccid, Optional.of(code), apn(sim), secrets(sim))));
    }

    /** Only where the traveller has to type it. */
    private static Optional<String> apn(JsonNode sim) {
        return text(sim, "apn_type").filter("manual"::equals).flatMap(manual -> text(sim, "apn_value"));
    }

    /** The code as text; where there is none, from its parts. Ready-made links are not used: samples name another server there. */
    private static Optional<ActivationCode> code(JsonNode sim) {
        try {
            return text(sim, "qrcode").map(ActivationCode::parse).or(() -> text(sim, "lpa")
                    .flatMap(host -> text(sim, "matching_id").map(id -> ActivationCode.of(host, id))));
        } catch (IllegalArgumentException unusable) {
            return Optional.empty();
        }
    }

    private static SimSecrets secrets(JsonNode sim) {
        return text(sim, "confirmation_code").map(SimSecrets::confirmation).orElseGet(SimSecrets::none);
    }

    /** Numbers may come as text or as numbers. */
    static Optional<String> text(JsonNode node, String field) {
        return Optional.of(node.path(field))
                .filter(JsonNode::isValueNode)
                .filter(value -> !value.isNull())
                .map(value -> value.asText().strip())
                .filter(value -> !value.isEmpty());
    }
}
