package io.esimhub.channels;

import io.esimhub.operations.inbox.InboxEvent;
import io.esimhub.operations.work.WorkItem;
import java.util.Optional;

/**
 * An event of the inbox that is being worked on.
 *
 * @param id its number in the inbox
 * @param content what the webhook read already, if this is the same process
 */
public record ChannelEvent(WorkItem item, long id, InboxEvent inbox, Optional<Object> content) {

    /** The work queue whose items are numbers of inbox events. */
    public static final String QUEUE = "channel-events";

    /** For the route that picks the channel's reader. */
    public String getChannel() {
        return inbox.channel();
    }
}
