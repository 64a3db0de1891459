package io.esimhub.fulfillment.life;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What is told of an eSIM's life on its order's timeline, each at most once. */
enum LifeStep {
    INSTALLED("eSIM installed"),
    ACTIVATED("eSIM activated"),
    USED_50("data used", 50),
    USED_80("data used", 80),
    USED_100("data used", 100),
    USED_UP("data used up"),
    EXPIRED("eSIM expired"),
    CANCELLED("eSIM cancelled at the supplier");

    private final String event;
    private final Integer percent;

    LifeStep(String event) {
        this(event, null);
    }

    LifeStep(String event, Integer percent) {
        this.event = event;
        this.percent = percent;
    }

    String event() {
        return event;
    }

    /** Of the data; empty where the step is not about how much. */
    Optional<Integer> percent() {
        return Optional.ofNullable(percent);
    }

    /** The steps about how much is used. */
    static Set<LifeStep> shares() {
        return EnumSet.of(USED_50, USED_80, USED_100);
    }
}
