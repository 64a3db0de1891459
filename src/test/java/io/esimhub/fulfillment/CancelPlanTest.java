package io.esimhub.fulfillment;

import static org.assertj.core.api.Assertions.assertThat;

import io.esimhub.model.Money;
import io.esimhub.suppliers.EsimReference;
import io.esimhub.suppliers.EsimStatus;
import io.esimhub.suppliers.EsimStatus.Stage;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CancelPlanTest {

    @Test
    void whatNobodyUsesIsGivenBack() {
        assertThat(after(unknown(0, null), Stage.NEW)).isEqualTo(CancelPlan.SEND);
    }

    @ParameterizedTest
    @EnumSource(
            value = Stage.class,
            names = {"INSTALLED", "ACTIVE", "DEPLETED", "EXPIRED"})
    void whatSomebodyHasBegunToUseIsKeptWhateverWasSentBefore(Stage stage) {
        assertThat(after(unknown(0, null), stage)).isEqualTo(CancelPlan.TOUCHED);
        assertThat(after(unknown(3, CancelPlan.REFUSED_AGAIN), stage)).isEqualTo(CancelPlan.TOUCHED);
    }

    @Test
    void whatTheSupplierHasTakenBackIsGivenBackEvenIfItsLastWordWasARefusal() {
        assertThat(after(unknown(1, "ReadTimeout"), Stage.CANCELLED)).isEqualTo(CancelPlan.GIVEN_BACK);
        assertThat(after(unknown(2, CancelPlan.REFUSED_AGAIN), Stage.CANCELLED)).isEqualTo(CancelPlan.GIVEN_BACK);
    }

    @Test
    void anEsimThatIsGoneBeforeWeSentAnythingWasNotGivenBackByUs() {
        assertThat(after(unknown(0, null), Stage.CANCELLED)).isEqualTo(CancelPlan.TOUCHED);
    }

    @Test
    void aRefusalAfterALostAnswerCountsOnceTheSupplierStillShowsTheEsim() {
        assertThat(after(unknown(2, CancelPlan.REFUSED_AGAIN), Stage.NEW)).isEqualTo(CancelPlan.REFUSED);
    }

    @Test
    void afterFiveLostAnswersAPersonIsCalledAndThePausesGrowUntilThen() {
        assertThat(after(unknown(4, "ReadTimeout"), Stage.NEW)).isEqualTo(CancelPlan.SEND);
        assertThat(after(unknown(5, "ReadTimeout"), Stage.NEW)).isEqualTo(CancelPlan.PERSON);
        assertThat(CancelPlan.pauseAfter(1)).isEqualTo(Duration.ofSeconds(5));
        assertThat(CancelPlan.pauseAfter(5)).isEqualTo(CancelPlan.pauseAfter(50));
    }

    private static CancelPlan after(Cancellation cancellation, Stage stage) {
        return CancelPlan.after(cancellation, EsimStatus.of(stage));
    }

    private static Cancellation unknown(int sendings, String outcome) {
        BoughtEsim esim = new BoughtEsim(
                1,
                2,
                UnitState.DROPPED,
                new OrderRef("retail", 3),
                "ESIM-X",
                "esim-go",
                Money.of("1.80", "USD"),
                new EsimReference("order", "bundle", "esim", Optional.empty()));
        return new Cancellation(
                4,
                esim,
                sendings == 0 ? CancellationState.REQUESTED : CancellationState.UNKNOWN,
                Optional.ofNullable(outcome),
                Optional.empty(),
                sendings,
                sendings > 0,
                Optional.empty());
    }
}
