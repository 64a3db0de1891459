package io.esimhub.competitors;

import io.esimhub.competitors.fetch.Pause;
import io.esimhub.testing.MovedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A clock that moves when somebody waits. */
public class MovingTime extends MovedClock implements Pause {

    private final List<Duration> waits = new CopyOnWriteArrayList<>();

    public MovingTime() {
        super(Instant.parse("2026-11-26T12:00:00Z"));
    }

    @Override
    public void last(Duration time) {
        waits.add(time);
        move(time);
    }

    /** What was waited for, in order. */
    public List<Duration> waits() {
        return waits;
    }
}
