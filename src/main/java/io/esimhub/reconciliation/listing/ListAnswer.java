package io.esimhub.reconciliation.listing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a channel answers to a {@link ListQuestion}. Anything less than a whole page is an exception. */
public sealed interface ListAnswer {

    /**
     * @param orders those that may be ours
     * @param passedOver ids of others on the page, which this hub never takes in
     * @param unreadable ids of orders that are in a shape we do not understand; the others are not kept from being compared by it
     * @param next where the next page begins; empty: this was the last one
     */
    record Page(List<ListedOrder> orders, List<String> passedOver, List<String> unreadable, Optional<String> next)
            implements ListAnswer {}

    /** The channel prepares its answer. @param next how to ask for it then */
    record Later(Instant at, String next) implements ListAnswer {}

    /**
     * The channel would hide a part of the window, so its list proves nothing.
     *
     * @param reason a word an operator can search for
     * @param visibleFrom what is later than this is shown, and a while from now still will be
     */
    record NotVisible(String reason, String sentence, Instant visibleFrom) implements ListAnswer {}
}
