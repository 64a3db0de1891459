package io.esimhub.operations.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One item while it is being run. The body of the exchange that a {@code work:} route gets.
 *
 * <p>A run of an item is not the item: the same item may run again after a crash, so handlers look at the state they find.
 */
public final class WorkItem {

    private final String queue;
    private final String key;
    private final String payload;
    private final int attempts;
    private final boolean immediate;
    private final Object parsedPayload;
    private final List<Runnable> atEnd = new ArrayList<>();
    private boolean finished;

    WorkItem(String queue, String key, WorkData data, boolean immediate, Object parsedPayload) {
        this.queue = queue;
        this.key = key;
        this.payload = data.payload();
        this.attempts = data.attempts();
        this.immediate = immediate;
        this.parsedPayload = parsedPayload;
    }

    public String queue() {
        return queue;
    }

    /** Names the cause of the work, never only its subject: two events of one order are two items. */
    public String key() {
        return key;
    }

    public String payload() {
        return payload;
    }

    /** Runs that failed or died before this one. */
    public int attempts() {
        return attempts;
    }

    /** What the enqueuing process had in its hands anyway; absent in every run but the immediate one. */
    public <T> Optional<T> parsedPayload(Class<T> type) {
        return type.isInstance(parsedPayload) ? Optional.of(type.cast(parsedPayload)) : Optional.empty();
    }

    /** Runs when this run of the item ends, however it ends. */
    public void atEnd(Runnable release) {
        atEnd.add(release);
    }

    void end() {
        atEnd.forEach(Runnable::run);
    }

    boolean immediate() {
        return immediate;
    }

    boolean finished() {
        return finished;
    }

    void markFinished() {
        finished = true;
    }

    @Override
    public String toString() {
        return queue + " " + key;
    }
}
