package io.esimhub.orders;

import java.time.Instant;
import java.util.List;

/** What became of telling a channel. A failure that another try may mend is an exception instead. */
public sealed interface ConfirmAnswer {

    /** @param references the channel's numbers of what it made of it; empty if it knew all of it before */
    record Told(List<String> references) implements ConfirmAnswer {}

    /** Asked to wait: no failure, no attempt. */
    record Later(Instant at) implements ConfirmAnswer {}

    /** The channel does not take it, and would not the next time: a person has to look. @param text fit to be shown */
    record Refused(String text) implements ConfirmAnswer {}
}
