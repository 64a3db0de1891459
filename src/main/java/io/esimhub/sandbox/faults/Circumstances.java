package io.esimhub.sandbox.faults;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Under which a request is served: the fault that the seller itself has to commit, and the connection it came on. */
public record Circumstances(Optional<Fault> fault, Connection connection) {

    private static final String ATTRIBUTE = Circumstances.class.getName();

    public boolean has(Fault wanted) {
        return fault.filter(wanted::equals).isPresent();
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
