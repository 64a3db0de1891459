package io.esimhub.suppliers.airalo;

import io.esimhub.operations.http.HttpAnswer;
import io.esimhub.suppliers.SupplierAnswer.Cause;
import io.esimhub.suppliers.SupplierAnswer.NotPlaced;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * The token of this process, fetched by one call at a time, whoever waits for it. Nobody waits long: an order is written down with the
 * moment by which it is answered, and must not be sent after it.
 */
class AiraloTokens {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** The vendor answers five requests for a token a minute. */
    private static final Duration AFTER_A_REFUSAL = Duration.ofSeconds(15);

    private final Supplier<CompletableFuture<HttpAnswer>> call;
    private final AiraloTokenAnswers answers;
    private final Clock clock;
    private CompletableFuture<AiraloToken> token;
    private Instant refusedUntil = Instant.MIN;

    /** @param call asks the vendor for a token, without waiting for it */
    AiraloTokens(Supplier<CompletableFuture<HttpAnswer>> call, AiraloTokenAnswers answers, Clock clock) {
        this.call = call;
        this.answers = answers;
        this.clock = clock;
    }

    /** @throws NotLetIn if there is none to be had now */
    AiraloToken token() {
        try {
            return current().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof NotLetIn refused
                    ? new NotLetIn(refused.answer())
                    : unreachable(failure.getCause().getClass().getSimpleName());
        } catch (TimeoutException late) {
            throw unreachable("no token within " + PATIENCE.toSeconds() + " s");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw unreachable("interrupted");
        }
    }

    /**
     * The vendor did not accept it. A fresh one is kept, so that an account that is shut out does not ask for a token with every call.
     *
     * @return whether it was fresh, so that another one would help no more
     */
    synchronized boolean refused(AiraloToken used) {
        boolean fresh = used.isFresh(clock.instant());
        if (!fresh && token != null && token.isDone() && holds(used)) {
            token = null;
        }
        return fresh;
    }

    private synchronized CompletableFuture<AiraloToken> current() {
        Instant now = clock.instant();
        boolean usable = token != null
                && (!token.isDone()
                        || (token.isCompletedExceptionally()
                                ? now.isBefore(refusedUntil)
                                : token.join().isGood(now)));
        if (!usable) {
            token = fetched();
        }
        return token;
    }

    /** A call that does not even begin (the process ends) is one that brought no token, never a reason to think an order was sent. */
    private CompletableFuture<AiraloToken> fetched() {
        try {
            return call.get().thenApply(this::read);
        } catch (RuntimeException notBegun) {
            return CompletableFuture.failedFuture(notBegun);
        }
    }

    private AiraloToken read(HttpAnswer answer) {
        try {
            return answers.token(answer, clock.instant());
        } catch (NotLetIn refused) {
            restFor(refused.answer().retryAfter().orElse(AFTER_A_REFUSAL));
            throw refused;
        }
    }

    private synchronized void restFor(Duration time) {
        refusedUntil = clock.instant().plus(time);
    }

    private boolean holds(AiraloToken used) {
        return !token.isCompletedExceptionally() && token.join().equals(used);
    }

    private static NotLetIn unreachable(String why) {
        return new NotLetIn(new NotPlaced(Cause.UNREACHABLE, Optional.empty(), "no token: " + why));
    }
}
