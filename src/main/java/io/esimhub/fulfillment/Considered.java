package io.esimhub.fulfillment;

import java.util.Optional;

/**
 * A variant and what the choice made of it.
 *
 * @param excluded why it cannot be taken; empty if it can
 * @param passing the obstacle goes by itself: a breaker closes, a pause ends
 */
record Considered(Variant variant, Optional<String> excluded, boolean passing) {

    static Considered fit(Variant variant) {
        return new Considered(variant, Optional.empty(), false);
    }

    static Considered out(Variant variant, String why) {
        return new Considered(variant, Optional.of(why), false);
    }

    static Considered notNow(Variant variant, String why) {
        return new Considered(variant, Optional.of(why), true);
    }
}
