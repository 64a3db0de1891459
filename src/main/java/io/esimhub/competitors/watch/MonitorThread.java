package io.esimhub.competitors.watch;

/** Behind the hub's threads where cores are short, and no reason for a process to stay. */
final class MonitorThread {

    private MonitorThread() {}

    static Thread of(Runnable work) {
        Thread thread = new Thread(work);
        thread.setName("competitors-" + thread.getId());
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.setDaemon(true);
        return thread;
    }
}
