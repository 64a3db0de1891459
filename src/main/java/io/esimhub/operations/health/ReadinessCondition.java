package io.esimhub.operations.health;

import java.util.Optional;

/** Something in the process itself without which it must not take work; each bean of it is part of readiness. */
public interface ReadinessCondition {

    /** A short name for the operators' page, such as {@code clock}. */
    String name();

    /** A sentence when not ready, without secrets; empty when ready. Called by every probe: answer within milliseconds. */
    Optional<String> notReadyBecause();
}
