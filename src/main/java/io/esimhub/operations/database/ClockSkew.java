package io.esimhub.operations.database;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far our clock is from the database's. Deadlines such as a purchase's {@code answer_by} are written by one process and
 * judged by another; a process with a wrong clock would judge too early, so it takes no work.
 */
public class ClockSkew {

    private static final Logger LOG = LoggerFactory.getLogger(ClockSkew.class);

    private final JdbcClient database;
    private final Clock clock;
    private final Duration limit;
    // as long as nothing is known the clock is not trusted
    private volatile boolean tooLarge = true;

    ClockSkew(JdbcClient database, Clock clock, Duration limit) {
        this.database = database;
        this.clock = clock;
        this.limit = limit;
    }

    /** Whether this process must not take work, as of the last measurement. */
    public boolean tooLarge() {
        return tooLarge;
    }

    /** Compares the clocks. A slow or failed answer proves nothing and leaves the last result as it is. */
    public void measure() {
        try {
            judge(read());
        } catch (DataAccessException e) {
            LOG.warn("The clock could not be compared with the database's: {}", e.getMessage());
        }
    }

    private ClockReading read() {
        Instant asked = clock.instant();
        Instant answer = database.sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
        return new ClockReading(asked, answer, clock.instant());
    }

    private void judge(ClockReading reading) {
        if (reading.roundTrip().compareTo(limit) > 0) {
            LOG.warn("The database took {} to tell its time; the clocks are compared again later", reading.roundTrip());
            return;
        }
        tooLarge = reading.skew().compareTo(limit) > 0;
        if (tooLarge) {
            LOG.error(
                    "This machine's clock is {} off the database's, more than {}: no work is taken",
                    reading.skew(),
                    limit);
        }
    }
}
