package io.esimhub.competitors.position;

import static io.esimhub.competitors.position.Plans.offer;
import static io.esimhub.competitors.position.Plans.ours;
import static org.assertj.core.api.Assertions.assertThat;

import io.esimhub.competitors.position.AlertPlan.Key;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AlertPlanTest {

    private static final BigDecimal TEN_PER_CENT = BigDecimal.TEN;

    private static Position asked(String price) {
        Match match = new Match(offer("bargain", "p", Set.of("JP"), 1000L, 7, price, "USD"), false, 0);
        return new Standing(new Rates("USD", Map.of()))
                .of(ours(1, "JP1", Set.of("JP"), 1000L, 7, "10.00"), List.of(match));
    }

    @Test
    void onlyMoreThanTheThresholdRaisesAnAlert() {
        assertThat(AlertPlan.of(Map.of(), List.of(asked("9.00")), TEN_PER_CENT).opened())
                .isEmpty();
        assertThat(AlertPlan.of(Map.of(), List.of(asked("8.98")), TEN_PER_CENT).opened())
                .singleElement()
                .satisfies(undercut -> assertThat(undercut.percent()).isEqualByComparingTo("10.2"));
    }

    @Test
    void anOpenAlertIsNotRaisedAgainAndEndsWithItsReason() {
        Map<Key, Long> open = Map.of(new Key("JP1", "bargain"), 7L);
        AlertPlan still = AlertPlan.of(open, List.of(asked("5.00")), TEN_PER_CENT);
        assertThat(still.opened()).isEmpty();
        assertThat(still.still()).hasSize(1);
        assertThat(still.closed()).isEmpty();

        assertThat(AlertPlan.of(open, List.of(asked("9.50")), TEN_PER_CENT).closed())
                .containsExactly(7L);
        assertThat(AlertPlan.of(open, List.of(), TEN_PER_CENT).closed()).containsExactly(7L);
    }
}
