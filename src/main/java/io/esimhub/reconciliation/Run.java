package io.esimhub.reconciliation;

import java.time.Instant;
import java.util.Optional;

/**
 * One look at one list.
 *
 * @param party channel or supplier
 * @param account the shop; empty for suppliers
 * @param by who asked for it
 * @param from absent until it begins
 * @param position the page that is read next, in the party's own words; absent: the first one, {@link #LIST_READ}: none
 * @param newest the latest time in what was read so far
 */
record Run(
        long id,
        RunKind kind,
        String party,
        String account,
        String by,
        Optional<Instant> from,
        Optional<Instant> to,
        String state,
        Optional<String> position,
        int compared,
        Optional<Instant> newest) {

    /** The list was read to its end, and what is missing from it is to be looked for. No channel has a page of this name. */
    static final String LIST_READ = "list-read";

    /** By the clockwork, and not by a person. */
    boolean planned() {
        return by.equals(RunRequests.SCHEDULE);
    }

    boolean listRead() {
        return position.filter(LIST_READ::equals).isPresent();
    }

    boolean ended() {
        return !state.equals("WAITING") && !state.equals("RUNNING") && !state.equals("FAILED");
    }

    /** For people and keys, e.g. {@code shopify:name.myshopify.com}. */
    String subject() {
        return account.isEmpty() ? party : party + ":" + account;
    }

    Run in(Window window) {
        return new Run(
                id,
                kind,
                party,
                account,
                by,
                Optional.of(window.from()),
                Optional.of(window.to()),
                "RUNNING",
                position,
                compared,
                newest);
    }

    Run at(Optional<String> next, int more, Optional<Instant> latest) {
        return new Run(id, kind, party, account, by, from, to, state, next, compared + more, latest);
    }
}
