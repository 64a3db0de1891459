package io.esimhub.suppliers;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** One supplier's breaker, bulkhead and pause in this process. */
class SupplierDoor {

    private static final Duration OPEN = Duration.ofSeconds(60);

    private final CircuitBreaker breaker;
    private final Semaphore bulkhead;
    private final Clock clock;
    private volatile Instant pausedUntil = Instant.MIN;
    private volatile Instant openUntil = Instant.MIN;

    SupplierDoor(String supplier, int atATime, Clock clock) {
        this.clock = clock;
        this.bulkhead = new Semaphore(atATime);
        this.breaker = CircuitBreaker.of(
                supplier,
                CircuitBreakerConfig.custom()
                        .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.TIME_BASED)
                        .slidingWindowSize(300)
                        .minimumNumberOfCalls(20)
                        .failureRateThreshold(50)
                        .waitDurationInOpenState(OPEN)
                        .permittedNumberOfCallsInHalfOpenState(5)
                        .build());
        breaker.getEventPublisher().onStateTransition(event -> {
            if (event.getStateTransition().getToState() == CircuitBreaker.State.OPEN) {
                openUntil = clock.instant().plus(OPEN);
            }
        });
    }

    /** Breaker, pause and bulkhead, in this order, without waiting for any. */
    Entry tryEnter() {
        if (clock.instant().isBefore(pausedUntil)) {
            return new Entry.Paused(pausedUntil);
        }
        if (!bulkhead.tryAcquire()) {
            return new Entry.BulkheadFull();
        }
        if (!breaker.tryAcquirePermission()) {
            bulkhead.release();
            return new Entry.BreakerOpen(openUntil);
        }
        long start = System.nanoTime();
        return new Entry.Admitted(new Permit(answer -> answered(answer, System.nanoTime() - start), this::unused));
    }

    Instant pausedUntil() {
        return pausedUntil;
    }

    CircuitBreaker.State state() {
        return breaker.getState();
    }

    boolean refuses() {
        return breaker.getState() == CircuitBreaker.State.OPEN
                && clock.instant().isBefore(openUntil);
    }

    private void answered(SupplierAnswer answer, long nanos) {
        bulkhead.release();
        if (answer instanceof SupplierAnswer.NotPlaced notPlaced) {
            notPlaced(notPlaced, nanos);
        } else if (answer instanceof SupplierAnswer.Unknown) {
            failed(nanos, "UNKNOWN");
        } else {
            breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
        }
    }

    private void notPlaced(SupplierAnswer.NotPlaced answer, long nanos) {
        switch (answer.cause()) {
            case BUSY -> {
                breaker.releasePermission();
                answer.retryAfter()
                        .ifPresent(wait -> pausedUntil = clock.instant().plus(wait));
            }
            case UNREACHABLE -> failed(nanos, "UNREACHABLE");
            case ACCESS -> {
                failed(nanos, "ACCESS");
                breaker.transitionToOpenState();
            }
        }
    }

    private void failed(long nanos, String why) {
        breaker.onError(nanos, TimeUnit.NANOSECONDS, new IllegalStateException(why));
    }

    private void unused() {
        breaker.releasePermission();
        bulkhead.release();
    }
}
