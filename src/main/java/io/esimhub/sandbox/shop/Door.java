package io.esimhub.sandbox.shop;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/** Holds the next buyer at an exact point, so that a test can end the buyer's process just then. */
@Component
public class Door {

    public enum Point {
        @JsonProperty("before-buy")
        BEFORE_BUY,
        @JsonProperty("after-buy")
        AFTER_BUY
    }

    private final AtomicReference<Hold> hold = new AtomicReference<>();

    /** Replaces, and releases, a former hold. */
    void shut(String supplier, Point point) {
        release(hold.getAndSet(new Hold(supplier, point)), false);
    }

    /** @param drop the buyer that was held is sent away without an answer */
    void open(boolean drop) {
        release(hold.getAndSet(null), drop);
    }

    Optional<Hold> hold() {
        return Optional.ofNullable(hold.get());
    }

    /** Waits if this buyer is the one to be held; false if it is to be sent away. */
    public boolean pass(String supplier, Point point) {
        Hold current = hold.get();
        return current == null || !current.takes(supplier, point) || current.await();
    }

    private static void release(Hold former, boolean drop) {
        if (former != null) {
            former.release(drop);
        }
    }
}
