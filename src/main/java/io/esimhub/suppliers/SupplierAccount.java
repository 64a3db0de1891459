package io.esimhub.suppliers;

import io.esimhub.model.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What all processes know of a supplier's account.
 *
 * @param pausedAt by whom and why is in the books; empty unless a person paused it
 * @param pausedUntil by itself, or the end of a person's pause
 * @param outOfFundsAt when the supplier last refused for want of money
 * @param balance as it was at {@code balanceAt}
 */
public record SupplierAccount(
        Optional<Instant> pausedAt,
        Optional<Instant> pausedUntil,
        Optional<Instant> outOfFundsAt,
        Optional<Money> balance,
        Optional<Instant> balanceAt) {

    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    /** A refusal for want of money is believed so long; a balance may end it earlier. */
    private static final Duration BELIEVED = Duration.ofMinutes(10);

    private static final Duration SOON = Duration.ofSeconds(1);

    /** Of a supplier about which nothing is written down. */
    public static SupplierAccount untold() {
        return new SupplierAccount(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same without its balance, for a supplier that sends invoices. */
    public SupplierAccount invoiced() {
        return new SupplierAccount(pausedAt, pausedUntil, outOfFundsAt, Optional.empty(), Optional.empty());
    }

    /** Whether somebody, or the supplier itself, has asked us to wait. */
    public Optional<Obstacle> pause(Instant now) {
        if (pausedUntil.isPresent()) {
            Duration left = Duration.between(now, pausedUntil.get());
            return left.isNegative() || left.isZero()
                    ? Optional.empty()
                    : Optional.of(Obstacle.passing("paused until " + pausedUntil.get(), atMost(left)));
        }
        return pausedAt.map(at -> Obstacle.passing("paused", LOOK_AGAIN));
    }

    /** When a pause is worth looking at again; empty if there is none. */
    public Optional<Instant> pausedFor(Instant now) {
        return pause(now).flatMap(Obstacle::again).map(now::plus);
    }

    /** Whether the supplier refused for want of money a short while ago. */
    public boolean refusedLately(Instant now) {
        return outOfFundsAt.filter(at -> now.isBefore(at.plus(BELIEVED))).isPresent();
    }

    /** Whether the account surely cannot pay so much. A balance in another currency says nothing. */
    public boolean lacks(Money needed, Instant now) {
        boolean tooLittle = balance.filter(money -> money.currency().equals(needed.currency()))
                        .filter(money -> money.amount().compareTo(needed.amount()) < 0)
                        .isPresent()
                && balanceAt.filter(at -> now.isBefore(at.plus(BELIEVED))).isPresent();
        return refusedLately(now) || tooLittle;
    }

    private static Duration atMost(Duration left) {
        Duration least = left.compareTo(SOON) < 0 ? SOON : left;
        return least.compareTo(LOOK_AGAIN) > 0 ? LOOK_AGAIN : least;
    }
}
