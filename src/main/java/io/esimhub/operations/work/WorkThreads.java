package io.esimhub.operations.work;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads with a name that says whose they are. */
class WorkThreads implements ThreadFactory {

    private final AtomicInteger number = new AtomicInteger();
    private final String prefix;

    WorkThreads(String prefix) {
        this.prefix = prefix;
    }

    @Override
    public Thread newThread(Runnable run) {
        return new Thread(run, prefix + number.incrementAndGet());
    }
}
