package io.esimhub.channels;

import io.esimhub.operations.work.Lanes;
import io.esimhub.operations.work.WorkExchange;
import io.esimhub.operations.work.WorkItem;
import java.time.Clock;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** How many events of one channel may wait for its API at a time: a channel that hangs delays its own orders only. */
@Component("channelLanes")
class ChannelLanes {

    private static final int AT_A_TIME = 16;
    private static final Duration FULL = Duration.ofSeconds(2);

    private final Lanes lanes;
    private final Clock clock;

    ChannelLanes(Lanes lanes, Clock clock) {
        this.lanes = lanes;
        this.clock = clock;
    }

    /** @throws ChannelBusy if there is no room */
    public void enter(Exchange exchange, String channel) {
        WorkItem item = exchange.getProperty(WorkExchange.ITEM, WorkItem.class);
        if (item != null && !lanes.enter("read:" + channel, AT_A_TIME, item)) {
            throw new ChannelBusy(clock.instant().plus(FULL));
        }
    }
}
