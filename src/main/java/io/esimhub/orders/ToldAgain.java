package io.esimhub.orders;

import io.esimhub.operations.timeline.Timeline;
import io.esimhub.operations.timeline.TimelineEntry;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells a channel once more what was sent of an order: it has forgotten it, or never heard. */
@Component
public class ToldAgain {

    private final Confirmations confirmations;
    private final Timeline timeline;

    ToldAgain(Confirmations confirmations, Timeline timeline) {
        this.confirmations = confirmations;
        this.timeline = timeline;
    }

    /**
     * In the caller's transaction; the telling itself is a work item, and looks at what the channel knows before it says anything.
     *
     * @param why for the order's timeline
     * @return false if nothing of the order was sent yet, or it is being told anyway
     */
    public boolean again(long order, String why) {
        boolean wanted = confirmations.again(order);
        if (wanted) {
            timeline.write(
                    RetailOrders.KIND,
                    order,
                    new TimelineEntry("channel is told again", "reconciliation", Map.of("why", why)));
        }
        return wanted;
    }
}
