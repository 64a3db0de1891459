package io.esimhub.channels.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** One account's token in this process, fetched by one call at a time, whoever waits for it. */
public final class AccessTokens {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Whoever mints tokens counts how many. */
    private static final Duration AFTER_A_REFUSAL = Duration.ofSeconds(15);

    private final String account;
    private final Supplier<CompletableFuture<AccessToken>> fetch;
    private final Clock clock;
    private CompletableFuture<AccessToken> token;
    private Instant refusedUntil = Instant.MIN;

    /**
     * @param account for sentences, e.g. {@code Amazon}
     * @param fetch asks for a token without waiting for it; fails with {@link NoAccess} if there is none
     */
    public AccessTokens(String account, Supplier<CompletableFuture<AccessToken>> fetch, Clock clock) {
        this.account = account;
        this.fetch = fetch;
        this.clock = clock;
    }

    /** @throws NoAccess if there is none to be had now */
    public AccessToken token() {
        try {
            return current().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof NoAccess refused
                    ? new NoAccess(refused.getMessage())
                    : none(failure.getCause().getClass().getSimpleName());
        } catch (TimeoutException late) {
            throw none("none within " + PATIENCE.toSeconds() + " s");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw none("interrupted");
        }
    }

    /** A call was refused with this token. A fresh one is kept: an account that is shut out must not mint one for every call. */
    public synchronized void refused(AccessToken used) {
        boolean held = token != null
                && token.isDone()
                && !token.isCompletedExceptionally()
                && token.join().equals(used);
        if (held && !used.isFresh(clock.instant())) {
            token = null;
        }
    }

    private synchronized CompletableFuture<AccessToken> current() {
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

    private CompletableFuture<AccessToken> fetched() {
        try {
            return fetch.get().whenComplete((fetched, failure) -> {
                if (failure != null) {
                    rest();
                }
            });
        } catch (RuntimeException notBegun) {
            rest();
            return CompletableFuture.failedFuture(notBegun);
        }
    }

    private synchronized void rest() {
        refusedUntil = clock.instant().plus(AFTER_A_REFUSAL);
    }

    private NoAccess none(String why) {
        return new NoAccess("no token of " + account + ": " + why);
    }
}
