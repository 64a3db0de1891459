package bench;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** The three kinds of load. Nanoseconds are {@link System#nanoTime()}, which here never is negative. */
final class Paces {

    private Paces() {}

    /** Each sender sends its next order when its former one was mailed. */
    static Pace untilMailed(long end) {
        return new Pace() {
            @Override
            public long next() {
                long now = System.nanoTime();
                return now < end ? now : -1;
            }

            @Override
            public void sent(Order order) throws InterruptedException {
                if (order.refusal == null) {
                    try {
                        order.mailed.get(60, TimeUnit.SECONDS);
                    } catch (java.util.concurrent.TimeoutException | java.util.concurrent.ExecutionException missing) {
                        // counted as missing at the end
                    }
                }
            }
        };
    }

    /** Each sender sends its next order when its former one was acknowledged, while not too many wait for their mail. */
    static Pace untilAcknowledged(long end, int outstanding) {
        Semaphore free = new Semaphore(outstanding);
        return new Pace() {
            @Override
            public long next() throws InterruptedException {
                boolean mayGo = free.tryAcquire(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
                long now = System.nanoTime();
                return mayGo && now < end ? now : -1;
            }

            @Override
            public void sent(Order order) {
                if (order.refusal == null) {
                    order.mailed.thenRun(free::release);
                } else {
                    free.release();
                }
            }
        };
    }

    /**
     * Orders are due at even distances, whether the hub keeps up or not. They are measured from when they were due, so that a
     * pause of the hub counts for every order it delayed.
     */
    static Pace atRate(long begin, long end, int perSecond) {
        AtomicLong number = new AtomicLong();
        return new Pace() {
            @Override
            public long next() {
                long due = begin + number.getAndIncrement() * 1_000_000_000L / perSecond;
                if (due >= end) {
                    return -1;
                }
                for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                    LockSupport.parkNanos(wait);
                }
                return due;
            }

            @Override
            public void sent(Order order) {
                // the next one is due when it is due
            }
        };
    }
}
