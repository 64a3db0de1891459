package io.esimhub.competitors;

import io.esimhub.competitors.fetch.Pause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A clock that moves when somebody waits. */
public class MovingTime extends Clock implements Pause {

    private final List<Duration> waits = new CopyOnWriteArrayList<>();
    private Instant now = Instant.parse("2026-11-26T12:00:00Z");

    @Override
    public synchronized void last(Duration time) {
        waits.add(time);
        now = now.plus(time);
    }

    public synchronized void move(Duration time) {
        now = now.plus(time);
    }

    /** What was waited for, in order. */
    public List<Duration> waits() {
        return waits;
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
