package io.esimhub.channels;

import io.esimhub.operations.inbox.InboxEvent;

/**
 * An event as the webhook had it in its hands, for the run that follows at once.
 *
 * @param content the channel's own reading of the body; null if it has another shape than its topic's
 */
public record ReadEvent(InboxEvent inbox, Object content) {}
