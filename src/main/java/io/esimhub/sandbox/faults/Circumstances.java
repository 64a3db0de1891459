package io.esimhub.sandbox.faults;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Under which a request is served.
 *
 * @param fault that the seller itself has to commit, if any
 * @param abandoned the seller's answer is not to leave the house
 */
public record Circumstances(Optional<Fault> fault, AtomicBoolean abandoned) {

    private static final String ATTRIBUTE = Circumstances.class.getName();

    static Circumstances with(Optional<Fault> fault) {
        return new Circumstances(fault, new AtomicBoolean());
    }

    public boolean has(Fault wanted) {
        return fault.filter(wanted::equals).isPresent();
    }

    /** Whatever is answered now, the buyer gets the end of the connection instead. */
    public void abandon() {
        abandoned.set(true);
    }

    /** @throws IllegalStateException if the request did not pass {@link FaultFilter} */
    public static Circumstances of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Circumstances circumstances) {
            return circumstances;
        }
        throw new IllegalStateException("the request came past the filter of faults");
    }

    void attachTo(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }
}
