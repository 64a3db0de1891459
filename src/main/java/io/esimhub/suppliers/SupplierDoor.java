package io.esimhub.suppliers;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** One supplier's breaker, bulkhead and pause in this process. */
class SupplierDoor {

    private static final Duration OPEN = Duration.ofSeconds(60);
    private static final Duration SOON = Duration.ofSeconds(1);

    private final CircuitBreaker breaker;
    private final Semaphore bulkhead;
    private final BiConsumer<SupplierAnswer, Duration> counter;
    private final Clock clock;
    private volatile Instant pausedUntil = Instant.MIN;
    private volatile Instant openUntil = Instant.MIN;

    /** @param counter is told every answer and how long it took */
    SupplierDoor(String supplier, int atATime, BiConsumer<SupplierAnswer, Duration> counter, Clock clock) {
        this.clock = clock;
        this.counter = counter;
        this.bulkhead = new Semaphore(atATime);
        this.breaker = CircuitBreaker.of(
                supplier,
                CircuitBreakerConfig.custom()
                        .clock(clock)
                        .currentTimestampFunction(Clock::millis, TimeUnit.MILLISECONDS)
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

    /** Pause, bulkhead and breaker, in this order, without waiting for any. */
    Entry tryEnter() {
        Instant paused = pausedUntil;
        if (clock.instant().isBefore(paused)) {
            return new Entry.Paused(paused);
        }
        if (!bulkhead.tryAcquire()) {
            return new Entry.BulkheadFull();
        }
        if (!breaker.tryAcquirePermission()) {
            bulkhead.release();
            return new Entry.BreakerOpen(later(openUntil));
        }
        Instant start = clock.instant();
        return new Entry.Admitted(
                new Permit(answer -> answered(answer, Duration.between(start, clock.instant())), this::unused));
    }

    void resume() {
        pausedUntil = Instant.MIN;
    }

    Instant pausedUntil() {
        return pausedUntil;
    }

    /** An open breaker whose time is over lets the next caller probe: it refuses no longer, though it is not closed yet. */
    boolean refuses() {
        return breaker.getState() == CircuitBreaker.State.OPEN
                && clock.instant().isBefore(openUntil);
    }

    /** Empty if neither a pause nor the breaker is in the way of a call that buys nothing; else when to ask again. */
    Optional<Instant> closedUntil() {
        Instant paused = pausedUntil;
        if (clock.instant().isBefore(paused)) {
            return Optional.of(paused);
        }
        return refuses() ? Optional.of(openUntil) : Optional.empty();
    }

    int free() {
        return bulkhead.availablePermits();
    }

    private void answered(SupplierAnswer answer, Duration took) {
        bulkhead.release();
        counter.accept(answer, took);
        if (answer instanceof SupplierAnswer.NotPlaced notPlaced) {
            notPlaced(notPlaced, took);
        } else if (answer instanceof SupplierAnswer.Unknown) {
            failed(took, "UNKNOWN");
        } else {
            breaker.onSuccess(took.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private void notPlaced(SupplierAnswer.NotPlaced answer, Duration took) {
        switch (answer.cause()) {
            case BUSY -> {
                breaker.releasePermission();
                pausedUntil = clock.instant().plus(answer.retryAfter().orElse(SOON));
            }
            case UNREACHABLE -> failed(took, "UNREACHABLE");
            case ACCESS -> {
                failed(took, "ACCESS");
                breaker.transitionToOpenState();
            }
        }
    }

    private void failed(Duration took, String why) {
        breaker.onError(took.toNanos(), TimeUnit.NANOSECONDS, new IllegalStateException(why));
    }

    private void unused() {
        breaker.releasePermission();
        bulkhead.release();
    }

    /** While probes are under way the breaker's own time is over, and the answer is due any moment. */
    private Instant later(Instant until) {
        Instant soon = clock.instant().plus(SOON);
        return until.isBefore(soon) ? soon : until;
    }
}
