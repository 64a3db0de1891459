package io.esimhub.sandbox.shop;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A door held shut for one buyer, for a minute at most. */
class Hold {

    private static final long SECONDS = 60;

    private final String supplier;
    private final Door.Point point;
    private final AtomicBoolean taken = new AtomicBoolean();
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile boolean waiting;
    private volatile boolean drop;

    Hold(String supplier, Door.Point point) {
        this.supplier = supplier;
        this.point = point;
    }

    String supplier() {
        return supplier;
    }

    Door.Point point() {
        return point;
    }

    boolean isWaiting() {
        return waiting;
    }

    boolean takes(String supplier, Door.Point point) {
        return this.point == point && this.supplier.equals(supplier) && taken.compareAndSet(false, true);
    }

    /** Whether the buyer may go on. */
    boolean await() {
        waiting = true;
        try {
            released.await(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            waiting = false;
        }
        return !drop;
    }

    void release(boolean drop) {
        this.drop = drop;
        released.countDown();
    }
}
