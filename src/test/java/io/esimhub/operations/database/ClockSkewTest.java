package io.esimhub.operations.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.esimhub.testing.FreshDatabase;
import io.esimhub.testing.TestDatabase;
import io.esimhub.testing.TestDatabases;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(FreshDatabase.class)
class ClockSkewTest {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"PT0S, false", "PT3S, false", "PT-3S, false", "PT8S, true", "PT-8S, true", "PT2H, true"})
    void aClockThatIsTooFarOffInEitherDirectionIsNotTrusted(Duration offset, boolean tooLarge, JdbcClient database) {
        ClockSkew skew = new ClockSkew(database, Clock.offset(Clock.systemUTC(), offset), LIMIT);

        skew.measure();

        assertThat(skew.tooLarge()).isEqualTo(tooLarge);
    }

    @Test
    void aClockThatNobodyHasComparedIsNotTrusted(JdbcClient database) {
        assertThat(new ClockSkew(database, Clock.systemUTC(), LIMIT).tooLarge()).isTrue();
    }

    @Test
    void aClockThatWasPutRightIsTrustedAgain(JdbcClient database) {
        MovedClock clock = new MovedClock(Duration.ofMinutes(1));
        ClockSkew skew = new ClockSkew(database, clock, LIMIT);
        skew.measure();
        assertThat(skew.tooLarge()).isTrue();

        clock.offset = Duration.ZERO;
        skew.measure();

        assertThat(skew.tooLarge()).isFalse();
    }

    @Test
    void aFailedComparisonLeavesTheLastResult() {
        TestDatabase database = TestDatabases.create();
        ClockSkew skew = new ClockSkew(database.jdbc(), Clock.systemUTC(), LIMIT);
        skew.measure();
        database.close();

        skew.measure();

        assertThat(skew.tooLarge()).isFalse();
    }

    @Test
    void theDatabaseIsTakenToHaveAnsweredHalfWay() {
        ClockReading reading = new ClockReading(NOON, NOON.plusSeconds(3), NOON.plusSeconds(4));

        assertThat(reading.skew()).isEqualTo(Duration.ofSeconds(1));
        assertThat(reading.roundTrip()).isEqualTo(Duration.ofSeconds(4));
    }

    private static final class MovedClock extends Clock {

        private Duration offset;

        private MovedClock(Duration offset) {
            this.offset = offset;
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(offset);
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
