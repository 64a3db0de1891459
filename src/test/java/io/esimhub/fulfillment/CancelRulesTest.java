package io.esimhub.fulfillment;

import static org.assertj.core.api.Assertions.assertThat;

import io.esimhub.suppliers.RateCosts;
import io.esimhub.suppliers.ResolutionCapability;
import io.esimhub.suppliers.SupplierCapabilities;
import io.esimhub.suppliers.SupplierCapabilities.CallbackAuthentication;
import io.esimhub.suppliers.SupplierCapabilities.Cancelling;
import io.esimhub.suppliers.SupplierCapabilities.Completion;
import io.esimhub.suppliers.SupplierEntry;
import io.esimhub.suppliers.SuppliersProperties;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class CancelRulesTest {

    private final CancelRules rules = rules(Map.of(
            "hub.suppliers.caller.connect-timeout", "3s",
            "hub.suppliers.caller.read-timeout", "30s",
            "hub.suppliers.switched-off.enabled", "false"));

    @Test
    void aSupplierWithALineIsCalled() {
        assertThat(rules.of("caller")).isEqualTo(Cancelling.BY_CALL);
        assertThat(rules.tells("caller")).isTrue();
        assertThat(rules.patience("caller")).isEqualTo(Duration.ofSeconds(38));
    }

    @Test
    void aSupplierThatIsSwitchedOffOrUnknownIsLeftToAPerson() {
        assertThat(rules.of("switched-off")).isEqualTo(Cancelling.BY_A_PERSON);
        assertThat(rules.of("gone")).isEqualTo(Cancelling.BY_A_PERSON);
    }

    @Test
    void aSupplierThatTakesNothingBackIsNeverCalled() {
        assertThat(rules.of("hard")).isEqualTo(Cancelling.NEVER);
        assertThat(rules.tells("hard")).isFalse();
    }

    @Test
    void nothingIsGivenBackByItselfWhereTheSettingsSaySo() {
        assertThat(rules.automatic()).isTrue();
        assertThat(rules(Map.of("hub.cancel-at-suppliers", "false")).automatic())
                .isFalse();
    }

    private static CancelRules rules(Map<String, String> settings) {
        Binder binder = new Binder(new MapConfigurationPropertySource(settings));
        return new CancelRules(
                List.of(
                        supplier("caller", Cancelling.BY_CALL, Set.of(SupplierEntry.CANCEL, SupplierEntry.STATUS)),
                        supplier("switched-off", Cancelling.BY_CALL, Set.of(SupplierEntry.CANCEL)),
                        supplier("hard", Cancelling.NEVER, Set.of())),
                binder.bindOrCreate("hub", SuppliersProperties.class),
                binder.bindOrCreate("hub", CancellationProperties.class));
    }

    private static SupplierCapabilities supplier(String code, Cancelling cancelling, Set<SupplierEntry> entries) {
        return new SupplierCapabilities(
                code,
                ResolutionCapability.NONE,
                Completion.AT_ONCE,
                1,
                false,
                cancelling,
                false,
                CallbackAuthentication.NONE,
                entries,
                RateCosts.even());
    }
}
