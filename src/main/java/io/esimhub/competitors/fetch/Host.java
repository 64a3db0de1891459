package io.esimhub.competitors.fetch;

import io.esimhub.competitors.CompetitorProperties;
import io.esimhub.competitors.RefusedWhy;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.locks.ReentrantLock;

/** What we remember of one host. All but {@link #turn} is for the one whose turn it is. */
class Host {

    private static final int MOST_DOUBLINGS = 20;

    private final CompetitorProperties.Fetching settings;
    private final ReentrantLock turn = new ReentrantLock(true);
    private Instant lastHeard = Instant.EPOCH;
    private Instant restsUntil = Instant.EPOCH;
    private int failures;

    Host(CompetitorProperties.Fetching settings) {
        this.settings = settings;
    }

    ReentrantLock turn() {
        return turn;
    }

    void refuseRest(URI address, Instant now) throws PageRefused {
        if (now.isBefore(restsUntil)) {
            throw new PageRefused(
                    address,
                    RefusedWhy.RESTING,
                    "left alone until " + restsUntil.truncatedTo(ChronoUnit.SECONDS) + ", after " + failures
                            + " failures in a row");
        }
    }

    /** Never longer than the gap, even if the clock was put back. */
    Duration untilGapIsOver(Duration gap, Instant now) {
        Duration over = Duration.between(lastHeard, now);
        if (over.isNegative()) {
            return gap;
        }
        return over.compareTo(gap) >= 0 ? Duration.ZERO : gap.minus(over);
    }

    void answered(Instant now) {
        lastHeard = now;
        failures = 0;
    }

    /** @param asked for by the host itself */
    void failed(Duration asked, Instant now) {
        lastHeard = now;
        Duration rest = settings.rest().multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        failures++;
        Duration longer = asked.compareTo(rest) > 0 ? asked : rest;
        restsUntil = now.plus(longer.compareTo(settings.longestRest()) > 0 ? settings.longestRest() : longer);
    }
}
