package io.esimhub.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class WindowTest {

    private static final Instant NOW = Instant.parse("2026-07-01T12:05:00Z");
    private static final ReconciliationProperties SETTINGS = new Binder(
                    new MapConfigurationPropertySource(java.util.Map.of("hub.reconciliation.drift", "1")))
            .bind("hub.reconciliation", ReconciliationProperties.class)
            .get();

    @ParameterizedTest(name = "{0} in {1}: from {2}, {3} hours")
    @CsvSource({
        // clocks go forward, and back
        "2026-03-30T01:40:00Z, Europe/Berlin, 2026-03-28T23:00:00Z, 23",
        "2026-10-26T02:40:00Z, Europe/Berlin, 2026-10-24T22:00:00Z, 25",
        // month end, year end, leap day
        "2026-07-01T03:40:00Z, UTC, 2026-06-30T00:00:00Z, 24",
        "2027-01-01T03:40:00Z, UTC, 2026-12-31T00:00:00Z, 24",
        "2028-03-01T03:40:00Z, UTC, 2028-02-29T00:00:00Z, 24",
        "2028-02-29T03:40:00Z, UTC, 2028-02-28T00:00:00Z, 24",
        // it is tomorrow there already
        "2026-07-01T20:00:00Z, Asia/Tokyo, 2026-06-30T15:00:00Z, 24",
    })
    void theDayBeforeIsTheCalendarsWhateverItsLength(Instant planned, ZoneId zone, Instant from, int hours) {
        Window day = Window.dayBefore(planned, zone);

        assertThat(day.from()).isEqualTo(from);
        assertThat(Duration.between(day.from(), day.to().plusMillis(1))).isEqualTo(Duration.ofHours(hours));
    }

    @Test
    void daysFollowOneAnotherWithoutAGap() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Instant planned = Instant.parse("2026-03-27T02:40:00Z");
        Window before = Window.dayBefore(planned, berlin);
        for (int day = 1; day < 400; day++) {
            Window next = Window.dayBefore(planned.plus(Duration.ofDays(day)), berlin);
            assertThat(next.from()).isEqualTo(before.to().plusMillis(1));
            before = next;
        }
    }

    @Test
    void aRunGoesBackBeforeTheNewestOrderOfTheLastOneAndLeavesTheYoungestOut() {
        Window window = Window.since(Optional.of(Instant.parse("2026-07-01T11:00:00Z")), NOW, SETTINGS);

        assertThat(window.from()).isEqualTo("2026-07-01T10:30:00Z");
        assertThat(window.to()).isEqualTo("2026-07-01T11:55:00Z");
    }

    @Test
    void theFirstRunLooksBackADay() {
        assertThat(Window.since(Optional.empty(), NOW, SETTINGS).from()).isEqualTo("2026-06-30T11:35:00Z");
    }

    @Test
    void aChannelWhoseClockIsAheadLeavesNoEmptyWindow() {
        Window window = Window.since(Optional.of(NOW.plusSeconds(7200)), NOW, SETTINGS);

        assertThat(window.from()).isBefore(window.to());
    }

    @Test
    void daysThatNobodyComparedAreMadeUpForAndAMonthAtMost() {
        Window day = Window.dayBefore(Instant.parse("2026-07-10T04:10:00Z"), ZoneId.of("UTC"));

        assertThat(day.since(Instant.parse("2026-07-05T23:59:59.999Z")).from()).isEqualTo("2026-07-06T00:00:00Z");
        assertThat(day.since(Instant.parse("2026-07-08T23:59:59.999Z"))).isEqualTo(day);
        assertThat(day.since(Instant.parse("2025-01-01T00:00:00Z")).from())
                .isEqualTo(day.to().minus(Duration.ofDays(31)));
    }
}
