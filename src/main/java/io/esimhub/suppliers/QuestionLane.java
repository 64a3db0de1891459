package io.esimhub.suppliers;

import io.esimhub.operations.work.WorkItem;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/**
 * How many calls that buy nothing this process makes to one supplier at a time. A refund of many orders, or a storm of callbacks, at a
 * supplier that hangs must not take the threads that other suppliers' orders need, nor the places of this one's purchases.
 */
@Component
public class QuestionLane {

    private static final int AT_A_TIME = 4;

    private final Map<String, Semaphore> lanes = new ConcurrentHashMap<>();

    /** @return false if the lane is full; else the place is this run's until the run ends */
    public boolean enter(String supplier, WorkItem run) {
        Semaphore lane = lanes.computeIfAbsent(supplier, code -> new Semaphore(AT_A_TIME));
        boolean entered = lane.tryAcquire();
        if (entered) {
            run.atEnd(lane::release);
        }
        return entered;
    }
}
