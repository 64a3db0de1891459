package io.esimhub.sandbox.redteago;

import io.esimhub.sandbox.life.Life;

/** An eSIM's life in the vendor's two words for it: the profile's and the order's. */
final class EsimStates {

    private EsimStates() {}

    static String smdp(Life life) {
        return life.stage() == Life.Stage.NEW ? "RELEASED" : "ENABLED";
    }

    static String esim(Life life, boolean cancelled) {
        if (cancelled) {
            return "CANCEL";
        }
        return switch (life.stage()) {
            case NEW, INSTALLED -> "GOT_RESOURCE";
            case ACTIVE -> "IN_USE";
            case DEPLETED -> "USED_UP";
            case EXPIRED -> life.activatedAt() == null ? "UNUSED_EXPIRED" : "USED_EXPIRED";
        };
    }
}
