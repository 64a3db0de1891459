package io.esimhub.fulfillment;

import io.esimhub.suppliers.ResolutionCapability;
import io.esimhub.suppliers.SupplierCapabilities;
import io.esimhub.suppliers.SupplierEntry;
import io.esimhub.suppliers.SupplierSettings;
import io.esimhub.suppliers.SuppliersProperties;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.stereotype.Component;

/** What each supplier can do, and what we may conclude from its books. */
@Component
class SupplierLimits {

    private final Map<String, SupplierCapabilities> capabilities;
    private final Map<String, SupplierSettings> settings;

    SupplierLimits(List<SupplierCapabilities> capabilities, SuppliersProperties properties) {
        this.capabilities =
                capabilities.stream().collect(Collectors.toMap(SupplierCapabilities::code, Function.identity()));
        this.settings = properties.suppliers();
    }

    boolean known(String supplier) {
        return capabilities.containsKey(supplier) && settings.containsKey(supplier);
    }

    /** By their codes. */
    List<SupplierCapabilities> all() {
        return capabilities.values().stream()
                .filter(each -> settings.containsKey(each.code()))
                .sorted(Comparator.comparing(SupplierCapabilities::code))
                .toList();
    }

    int maxQuantity(String supplier) {
        return Optional.ofNullable(capabilities.get(supplier))
                .map(SupplierCapabilities::maxQuantity)
                .orElse(1);
    }

    ResolutionCapability resolution(String supplier) {
        return Optional.ofNullable(capabilities.get(supplier))
                .map(SupplierCapabilities::resolution)
                .orElse(ResolutionCapability.NONE);
    }

    boolean completesLater(String supplier) {
        return Optional.ofNullable(capabilities.get(supplier))
                .filter(each -> each.completion().mayBeLater())
                .isPresent();
    }

    /** Empty: an order's absence from the supplier's list proves nothing. */
    Optional<Duration> absenceProof(String supplier) {
        String text = settings.get(supplier).absenceProof();
        // what waits in the supplier's own queue is in no list yet
        return "never".equals(text) || settings.get(supplier).asynchronous()
                ? Optional.empty()
                : Optional.of(DurationStyle.detectAndParse(text));
    }

    boolean exclusiveAccount(String supplier) {
        return settings.get(supplier).exclusiveAccount();
    }

    /** A balance below it raises an alarm. */
    BigDecimal lowWater(String supplier) {
        return settings.get(supplier).lowWater();
    }

    /** Enabled suppliers that have this route. */
    List<String> having(SupplierEntry entry) {
        return capabilities.values().stream()
                .filter(each -> each.has(entry))
                .map(SupplierCapabilities::code)
                .filter(code -> settings.containsKey(code) && settings.get(code).enabled())
                .sorted()
                .toList();
    }

    List<String> completingLater() {
        return capabilities.values().stream()
                .filter(each -> each.completion().mayBeLater())
                .map(SupplierCapabilities::code)
                .filter(settings::containsKey)
                .toList();
    }
}
