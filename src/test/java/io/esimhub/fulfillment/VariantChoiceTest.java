package io.esimhub.fulfillment;

import static org.assertj.core.api.Assertions.assertThat;

import io.esimhub.model.Money;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class VariantChoiceTest {

    private static final Variant PREFERRED = variant(1, "esim-go", "2.00", 10);
    private static final Variant CHEAP = variant(2, "redteago", "1.00", 20);

    @Test
    void theLowestPriorityNumberWinsHoweverDear() {
        assertThat(VariantChoice.among(List.of(Considered.fit(CHEAP), Considered.fit(PREFERRED)))
                        .chosen())
                .contains(PREFERRED);
    }

    @Test
    void withEqualPriorityTheLowestCostWins() {
        Variant dearer = variant(3, "airalo", "1.50", 20);

        assertThat(VariantChoice.among(List.of(Considered.fit(dearer), Considered.fit(CHEAP)))
                        .chosen())
                .contains(CHEAP);
    }

    @Test
    void anExcludedVariantIsPassedOver() {
        assertThat(VariantChoice.among(List.of(Considered.out(PREFERRED, "OUT_OF_STOCK"), Considered.fit(CHEAP)))
                        .chosen())
                .contains(CHEAP);
    }

    @Test
    void withOnlyPassingObstaclesItIsWorthWaiting() {
        VariantChoice choice = VariantChoice.among(List.of(
                Considered.notNow(PREFERRED, "breaker open", Duration.ofSeconds(20)),
                Considered.out(CHEAP, "variant inactive")));

        assertThat(choice.chosen()).isEmpty();
        assertThat(choice.again()).contains(Duration.ofSeconds(20));
    }

    @Test
    void fundsAreMissingOnlyIfASupplierSaidSo() {
        assertThat(VariantChoice.among(List.of(Considered.out(PREFERRED, "FUNDS")))
                        .lacksFunds())
                .isTrue();
        assertThat(VariantChoice.among(List.of(Considered.out(PREFERRED, "OUT_OF_STOCK")))
                        .lacksFunds())
                .isFalse();
    }

    private static Variant variant(long id, String supplier, String cost, int priority) {
        return new Variant(id, supplier, "bundle", Money.of(cost, "USD"), priority, true, true, VariantLimits.none());
    }
}
