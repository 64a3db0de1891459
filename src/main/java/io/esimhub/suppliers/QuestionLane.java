package io.esimhub.suppliers;

import io.esimhub.operations.work.Lanes;
import io.esimhub.operations.work.WorkItem;
import org.springframework.stereotype.Component;

/**
 * How many calls that buy nothing this process makes to one supplier at a time. A refund of many orders, or a storm of callbacks, at a
 * supplier that hangs must not take the threads that other suppliers' orders need, nor the places of this one's purchases.
 */
@Component
public class QuestionLane {

    private static final int AT_A_TIME = 4;

    private final Lanes lanes;

    QuestionLane(Lanes lanes) {
        this.lanes = lanes;
    }

    /** @return false if the lane is full; else the place is this run's until the run ends */
    public boolean enter(String supplier, WorkItem run) {
        return lanes.enter("supplier-questions:" + supplier, AT_A_TIME, run);
    }
}
