package io.esimhub.fulfillment.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.esimhub.suppliers.EsimStatus;
import io.esimhub.suppliers.EsimStatus.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A life only goes on, whatever suppliers say and in whichever order. */
class EsimLifeTest {

    private static final Instant TEN = Instant.parse("2026-07-01T10:00:00Z");

    @Property
    void noAnswerTakesAnythingBack(@ForAll("answers") List<Answer> answers) {
        EsimLife before = EsimLife.UNTOLD;
        for (Answer answer : answers) {
            EsimLife after = before.with(answer.status(), answer.askedAt());
            assertThat(after.stage()).isGreaterThanOrEqualTo(before.stage());
            assertThat(after.usedBytes().orElse(0L))
                    .isGreaterThanOrEqualTo(before.usedBytes().orElse(0L));
            before.installedAt()
                    .ifPresent(known ->
                            assertThat(after.installedAt().orElseThrow()).isBeforeOrEqualTo(known));
            before.checkedAt().ifPresent(known -> assertThat(after.checkedAt().orElseThrow())
                    .isAfterOrEqualTo(known));
            before = after;
        }
    }

    @Property
    void theOrderOfTheAnswersDoesNotMatterForWhatHappened(@ForAll("answers") List<Answer> answers) {
        List<Answer> reversed = new ArrayList<>(answers);
        Collections.reverse(reversed);

        EsimLife one = lived(answers);
        EsimLife other = lived(reversed);

        assertThat(other.stage()).isEqualTo(one.stage());
        assertThat(other.installedAt()).isEqualTo(one.installedAt());
        assertThat(other.activatedAt()).isEqualTo(one.activatedAt());
        assertThat(other.usedBytes()).isEqualTo(one.usedBytes());
        assertThat(other.checkedAt()).isEqualTo(one.checkedAt());
    }

    @Property
    void anAnswerThatComesTwiceChangesNothing(@ForAll("answers") List<Answer> answers, @ForAll("answer") Answer again) {
        EsimLife once = lived(answers).with(again.status(), again.askedAt());

        assertThat(once.with(again.status(), again.askedAt())).isEqualTo(once);
    }

    @Property
    void eachStepIsToldOnce(@ForAll("answers") List<Answer> answers) {
        EsimLife life = EsimLife.UNTOLD;
        List<LifeStep> story = new ArrayList<>();
        for (Answer answer : answers) {
            EsimLife after = life.with(answer.status(), answer.askedAt());
            story.addAll(after.untold());
            life = after.allTold();
            assertThat(life.untold()).isEmpty();
        }

        assertThat(story).doesNotHaveDuplicates();
    }

    @Example
    void newAfterActiveChangesNothingButWhenItWasAsked() {
        EsimLife active = lived(List.of(new Answer(EsimStatus.of(Stage.ACTIVE), TEN)));

        EsimLife after = active.with(EsimStatus.of(Stage.NEW), TEN.plusSeconds(5));

        assertThat(after.stage()).isEqualTo(Stage.ACTIVE);
        assertThat(after.checkedAt()).contains(TEN.plusSeconds(5));
    }

    @Example
    void theTimeToInstallBecomesTheTimeToUseEvenIfThatEndsEarlier() {
        EsimLife life = lived(List.of(
                new Answer(expiring(Stage.NEW, TEN.plusSeconds(180)), TEN),
                new Answer(expiring(Stage.ACTIVE, TEN.plusSeconds(7)), TEN.plusSeconds(2)),
                new Answer(expiring(Stage.NEW, TEN.plusSeconds(180)), TEN.plusSeconds(1))));

        assertThat(life.expiresAt()).contains(TEN.plusSeconds(7));
    }

    @Example
    void whoStartsAtOnceIsToldToHaveInstalledFirst() {
        assertThat(lived(List.of(new Answer(EsimStatus.of(Stage.ACTIVE), TEN))).untold())
                .containsExactly(LifeStep.INSTALLED, LifeStep.ACTIVATED);
    }

    @Example
    void anEsimThatExpiredUnusedWasNeverInstalled() {
        assertThat(lived(List.of(new Answer(EsimStatus.of(Stage.EXPIRED), TEN))).untold())
                .containsExactly(LifeStep.EXPIRED);
    }

    @Example
    void onlyTheLargestShareOfTheDataIsToldAndNoneBesideThatItIsUsedUp() {
        EsimLife most = lived(List.of(new Answer(used(Stage.ACTIVE, 85, 100), TEN)));
        assertThat(most.untold()).containsExactly(LifeStep.INSTALLED, LifeStep.ACTIVATED, LifeStep.USED_80);

        EsimLife all = most.allTold().with(used(Stage.DEPLETED, 100, 100), TEN.plusSeconds(1));
        assertThat(all.untold()).containsExactly(LifeStep.USED_UP);
        assertThat(all.allTold()
                        .with(EsimStatus.of(Stage.EXPIRED), TEN.plusSeconds(2))
                        .untold())
                .containsExactly(LifeStep.EXPIRED);
    }

    @Example
    void figuresThatCannotBeTrueAreNotTold() {
        EsimLife life =
                lived(List.of(new Answer(used(Stage.ACTIVE, -5, -7), TEN), new Answer(used(Stage.ACTIVE, 10, 0), TEN)));

        assertThat(life.totalBytes()).contains(0L);
        assertThat(life.untold()).containsExactly(LifeStep.INSTALLED, LifeStep.ACTIVATED);
        assertThat(lived(List.of(new Answer(used(Stage.ACTIVE, Long.MAX_VALUE, Long.MAX_VALUE), TEN)))
                        .untold())
                .contains(LifeStep.USED_100);
    }

    record Answer(EsimStatus status, Instant askedAt) {}

    @Provide
    Arbitrary<List<Answer>> answers() {
        return answer().list().ofMinSize(1).ofMaxSize(6);
    }

    @Provide
    Arbitrary<Answer> answer() {
        Arbitrary<Optional<Instant>> times = Arbitraries.integers()
                .between(0, 20)
                .map(seconds -> TEN.plusSeconds(seconds))
                .optional();
        Arbitrary<Optional<Long>> bytes = Arbitraries.longs().between(-1, 12).optional();
        return Combinators.combine(
                        Combinators.combine(Arbitraries.of(Stage.class), times, times, bytes, bytes, times)
                                .as(EsimStatus::new),
                        Arbitraries.integers().between(0, 20).map(seconds -> TEN.plusSeconds(seconds)))
                .as(Answer::new);
    }

    private static EsimLife lived(List<Answer> answers) {
        EsimLife life = EsimLife.UNTOLD;
        for (Answer answer : answers) {
            life = life.with(answer.status(), answer.askedAt());
        }
        return life;
    }

    private static EsimStatus expiring(Stage stage, Instant at) {
        return new EsimStatus(
                stage, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(at));
    }

    private static EsimStatus used(Stage stage, long used, long total) {
        return new EsimStatus(
                stage, Optional.empty(), Optional.empty(), Optional.of(used), Optional.of(total), Optional.empty());
    }
}
