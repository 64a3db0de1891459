package io.esimhub.suppliers;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** The right to send one order. Given back exactly once, however often it is closed. */
public final class Permit implements AutoCloseable {

    private final AtomicBoolean given = new AtomicBoolean(true);
    private final Consumer<SupplierAnswer> onAnswer;
    private final Runnable onUnused;

    Permit(Consumer<SupplierAnswer> onAnswer, Runnable onUnused) {
        this.onAnswer = onAnswer;
        this.onUnused = onUnused;
    }

    /** Gives the permit back, and lets the breaker learn from the answer. */
    public void answered(SupplierAnswer answer) {
        if (given.compareAndSet(true, false)) {
            onAnswer.accept(answer);
        }
    }

    /** Gives the permit back unused. */
    @Override
    public void close() {
        if (given.compareAndSet(true, false)) {
            onUnused.run();
        }
    }
}
