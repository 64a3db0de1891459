package io.esimhub.fulfillment;

import io.esimhub.suppliers.SupplierCapabilities;
import io.esimhub.suppliers.SupplierCapabilities.Cancelling;
import io.esimhub.suppliers.SupplierEntry;
import io.esimhub.suppliers.SupplierSettings;
import io.esimhub.suppliers.SuppliersProperties;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which supplier takes eSIMs back how, and how long its answer may take. */
@Component
class CancelRules {

    private static final Duration ANSWER_SLACK = Duration.ofSeconds(5);

    private final Map<String, SupplierCapabilities> capabilities;
    private final Map<String, SupplierSettings> settings;
    private final boolean automatic;

    CancelRules(
            List<SupplierCapabilities> capabilities, SuppliersProperties suppliers, CancellationProperties properties) {
        this.capabilities =
                capabilities.stream().collect(Collectors.toMap(SupplierCapabilities::code, Function.identity()));
        this.settings = suppliers.suppliers();
        this.automatic = properties.cancelAtSuppliers();
    }

    /** How this supplier's eSIMs are given back; one that is not set up here any more has no line to call. */
    Cancelling of(String supplier) {
        return Optional.ofNullable(capabilities.get(supplier))
                .filter(each -> enabled(supplier) || each.cancelling() != Cancelling.BY_CALL)
                .map(SupplierCapabilities::cancelling)
                .orElse(Cancelling.BY_A_PERSON);
    }

    /** Whether what is not owed any more is given back without anybody asking for it. */
    boolean automatic() {
        return automatic;
    }

    /** Whether the supplier can be asked how far an eSIM's life is. */
    boolean tells(String supplier) {
        return Optional.ofNullable(capabilities.get(supplier))
                .filter(each -> each.has(SupplierEntry.STATUS))
                .isPresent();
    }

    /** How long the answer to one request is waited for. */
    Duration patience(String supplier) {
        SupplierSettings its = settings.get(supplier);
        return its.connectTimeout().plus(its.readTimeout()).plus(ANSWER_SLACK);
    }

    private boolean enabled(String supplier) {
        return Optional.ofNullable(settings.get(supplier))
                .filter(SupplierSettings::enabled)
                .isPresent();
    }
}
