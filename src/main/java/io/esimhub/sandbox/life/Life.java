package io.esimhub.sandbox.life;

import java.time.Instant;

/**
 * How far an eSIM is.
 *
 * @param installedAt null until then, like {@code activatedAt}
 * @param usedBytes of data
 */
public record Life(Stage stage, Instant installedAt, Instant activatedAt, long usedBytes) {

    /** In their order. */
    public enum Stage {
        NEW,
        INSTALLED,
        ACTIVE,
        DEPLETED,
        EXPIRED
    }

    static final Life BEFORE = new Life(Stage.NEW, null, null, 0);

    Life at(Stage next, Instant now, long bytes) {
        boolean installed = next != Stage.NEW;
        boolean active = next.ordinal() >= Stage.ACTIVE.ordinal();
        return new Life(
                next,
                installed && installedAt == null ? now : installedAt,
                active && activatedAt == null ? now : activatedAt,
                Math.max(usedBytes, bytes));
    }
}
