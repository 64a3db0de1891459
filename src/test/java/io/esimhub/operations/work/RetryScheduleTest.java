package io.esimhub.operations.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class RetryScheduleTest {

    private final RetrySchedule schedule = new RetrySchedule();

    @Example
    void theFirstPausesAreSecondsAndTheLastIsTenHours() {
        assertThat(schedule.pauseAfter(1, false, 0.5)).contains(Duration.ofSeconds(5));
        assertThat(schedule.pauseAfter(2, false, 0.5)).contains(Duration.ofSeconds(30));
        assertThat(schedule.pauseAfter(8, false, 0.5)).contains(Duration.ofHours(10));
    }

    @Example
    void afterTheNinthFailureAPersonHasToLook() {
        assertThat(schedule.pauseAfter(9, false, 0.5)).isEmpty();
    }

    @Example
    void aMailIsTriedOnceMoreTenHoursLater() {
        assertThat(schedule.pauseAfter(9, true, 0.5)).contains(Duration.ofHours(10));
        assertThat(schedule.pauseAfter(10, true, 0.5)).isEmpty();
    }

    @Property
    void noPauseVariesByMoreThanAFifthAndEachIsLongerThanTheOneBefore(
            @ForAll @IntRange(min = 2, max = 8) int runs,
            @ForAll @DoubleRange(min = 0, max = 1) double chance,
            @ForAll @DoubleRange(min = 0, max = 1) double otherChance) {
        Duration pause = schedule.pauseAfter(runs, false, chance).orElseThrow();
        Duration middle = schedule.pauseAfter(runs, false, 0.5).orElseThrow();

        assertThat(pause)
                .isBetween(
                        middle.multipliedBy(4).dividedBy(5),
                        middle.multipliedBy(6).dividedBy(5));
        assertThat(pause)
                .isGreaterThan(schedule.pauseAfter(runs - 1, false, otherChance).orElseThrow());
    }
}
