package io.esimhub.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecoveryStartTest {

    private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");
    private static final Instant NEWEST_FACT = NOW.minus(Duration.ofHours(5));

    @Test
    void withoutATimeTheBackupIsAsOldAsItsNewestFact() {
        assertThat(backupAt(Optional.empty())).isEqualTo(NEWEST_FACT);
    }

    @Test
    void aBackupThatAPersonKnowsToBeOlderIsBelieved() {
        Instant earlier = NEWEST_FACT.minus(Duration.ofHours(1));

        assertThat(backupAt(Optional.of(earlier))).isEqualTo(earlier);
    }

    @Test
    void aTimeAfterTheNewestFactIsNotBelievedAsWhatWasBoughtInBetweenIsLostToo() {
        assertThat(backupAt(Optional.of(NEWEST_FACT.plus(Duration.ofHours(2))))).isEqualTo(NEWEST_FACT);
    }

    @Test
    void nothingIsYoungerThanNow() {
        Optional<Instant> tomorrow = Optional.of(NOW.plus(Duration.ofDays(1)));

        assertThat(RecoveryStart.backupAt(tomorrow, tomorrow, NOW)).isEqualTo(NOW);
        assertThat(RecoveryStart.backupAt(Optional.empty(), Optional.empty(), NOW))
                .isEqualTo(NOW);
    }

    private static Instant backupAt(Optional<Instant> given) {
        return RecoveryStart.backupAt(given, Optional.of(NEWEST_FACT), NOW);
    }
}
