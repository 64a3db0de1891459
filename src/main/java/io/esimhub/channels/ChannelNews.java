package io.esimhub.channels;

import io.esimhub.orders.OrderNews;
import io.esimhub.orders.PersonRequest;
import java.time.Instant;

/** What a channel's reader made of an event of the inbox. */
public sealed interface ChannelNews {

    record OfOrder(OrderNews order) implements ChannelNews {}

    record OfPerson(PersonRequest request) implements ChannelNews {}

    /** It cannot be understood yet: looked at again then. No failure, no attempt. */
    record Later(Instant at) implements ChannelNews {}

    /** @param why in one word, e.g. {@code PENDING}; kept beside the event */
    record NotRelevant(String why) implements ChannelNews {}
}
