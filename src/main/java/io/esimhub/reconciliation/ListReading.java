package io.esimhub.reconciliation;

/** A run that is being read, page by page. Mutable, and only ever in one exchange's hands. */
public final class ListReading {

    private Run run;
    private boolean more;
    private boolean whole;

    ListReading(Run run) {
        turned(run);
    }

    Run run() {
        return run;
    }

    /** For the route's loop. */
    public boolean isMore() {
        return more;
    }

    /** The list was read to its end. */
    boolean whole() {
        return whole;
    }

    void turned(Run next) {
        run = next;
        whole = next.listRead();
        more = !whole;
    }

    /** The channel hides the front of it. */
    void beginsLater(Run later) {
        run = later;
    }

    /** It goes on another time, or not at all. */
    void leave() {
        more = false;
    }
}
