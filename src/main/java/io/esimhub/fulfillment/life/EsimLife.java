package io.esimhub.fulfillment.life;

import io.esimhub.suppliers.EsimStatus;
import io.esimhub.suppliers.EsimStatus.Stage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that a supplier has told of an eSIM's life.
 *
 * @param stage the furthest that was ever told
 * @param installedAt the earliest that was told, like {@code activatedAt}
 * @param usedBytes the most that was told
 * @param totalBytes as the newest answer has it, like {@code expiresAt}: time left to install becomes time left to use
 * @param checkedAt when the question of the newest answer was asked
 * @param told what stands on the timeline, or need not any more
 */
record EsimLife(
        Stage stage,
        Optional<Instant> installedAt,
        Optional<Instant> activatedAt,
        Optional<Long> usedBytes,
        Optional<Long> totalBytes,
        Optional<Instant> expiresAt,
        Optional<Instant> checkedAt,
        Set<LifeStep> told) {

    static final EsimLife UNTOLD = new EsimLife(
            Stage.NEW,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Set.of());

    /** Answers may come in another order than their questions, and suppliers' figures lag: nothing is ever taken back. */
    EsimLife with(EsimStatus status, Instant askedAt) {
        boolean newest = checkedAt.filter(askedAt::isBefore).isEmpty();
        return new EsimLife(
                stage.compareTo(status.stage()) >= 0 ? stage : status.stage(),
                earlier(installedAt, status.installedAt()),
                earlier(activatedAt, status.activatedAt()),
                more(usedBytes, volume(status.usedBytes())),
                newest
                        ? volume(status.totalBytes()).or(() -> totalBytes)
                        : totalBytes.or(() -> volume(status.totalBytes())),
                newest ? status.expiresAt().or(() -> expiresAt) : expiresAt.or(status::expiresAt),
                newest ? Optional.of(askedAt) : checkedAt,
                told);
    }

    /** What the timeline does not say yet, in the order of a life. Of several shares of the data that were passed, only the largest. */
    List<LifeStep> untold() {
        Set<LifeStep> reached = reached();
        reached.removeAll(told);
        List<LifeStep> steps = new ArrayList<>(reached);
        Optional<LifeStep> largest = steps.stream()
                .filter(LifeStep.shares()::contains)
                .reduce((smaller, larger) -> larger)
                .filter(share -> !reached.contains(LifeStep.USED_UP));
        steps.removeIf(step ->
                LifeStep.shares().contains(step) && largest.filter(step::equals).isEmpty());
        return steps;
    }

    /** The same life, all of it told. */
    EsimLife allTold() {
        Set<LifeStep> all = reached();
        all.addAll(told);
        if (all.contains(LifeStep.USED_UP)) {
            all.addAll(LifeStep.shares());
        }
        return new EsimLife(
                stage, installedAt, activatedAt, usedBytes, totalBytes, expiresAt, checkedAt, Set.copyOf(all));
    }

    /** An eSIM that expired or was given back may never have been installed: that stage alone says nothing of the ones before. */
    private Set<LifeStep> reached() {
        Set<LifeStep> reached = EnumSet.noneOf(LifeStep.class);
        boolean active = stage == Stage.ACTIVE || stage == Stage.DEPLETED;
        if (active || stage == Stage.INSTALLED || installedAt.isPresent()) {
            reached.add(LifeStep.INSTALLED);
        }
        if (active || activatedAt.isPresent()) {
            reached.add(LifeStep.ACTIVATED);
        }
        LifeStep.shares().stream()
                .filter(share -> share.percent().filter(this::isUsed).isPresent())
                .forEach(reached::add);
        switch (stage) {
            case DEPLETED -> reached.add(LifeStep.USED_UP);
            case EXPIRED -> reached.add(LifeStep.EXPIRED);
            case CANCELLED -> reached.add(LifeStep.CANCELLED);
            default -> {}
        }
        return reached;
    }

    private boolean isUsed(int percent) {
        return usedBytes.isPresent()
                && totalBytes.filter(total -> total > 0).isPresent()
                && BigDecimal.valueOf(usedBytes.get())
                                .scaleByPowerOfTen(2)
                                .compareTo(BigDecimal.valueOf(totalBytes.get()).multiply(BigDecimal.valueOf(percent)))
                        >= 0;
    }

    private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
        return one.isPresent() && other.isPresent()
                ? Optional.of(one.get().isBefore(other.get()) ? one.get() : other.get())
                : one.or(() -> other);
    }

    private static Optional<Long> more(Optional<Long> one, Optional<Long> other) {
        return one.isPresent() && other.isPresent()
                ? Optional.of(Math.max(one.get(), other.get()))
                : one.or(() -> other);
    }

    /** A supplier that says less than nothing has said nothing. */
    private static Optional<Long> volume(Optional<Long> bytes) {
        return bytes.filter(known -> known >= 0);
    }
}
