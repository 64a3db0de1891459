package io.esimhub.operations.work;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/**
 * How many runs of this process may be in one place at a time, so that whoever hangs there does not take the threads that all others
 * need. Nobody waits: a full lane says so.
 */
@Component
public class Lanes {

    private final Map<String, Semaphore> lanes = new ConcurrentHashMap<>();

    /**
     * @param lane its name
     * @param width how many at a time; the first one to come says it
     * @return false if the lane is full; else the place is this run's until the run ends
     */
    public boolean enter(String lane, int width, WorkItem run) {
        Semaphore places = lanes.computeIfAbsent(lane, name -> new Semaphore(width));
        boolean entered = places.tryAcquire();
        if (entered) {
            run.atEnd(places::release);
        }
        return entered;
    }
}
