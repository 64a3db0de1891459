package io.esimhub.sandbox.faults;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;

/**
 * Which requests suffer what. What is absent restricts nothing.
 *
 * @param path start of the path, after the supplier's base
 * @param probability 0 to 1, absent: always
 * @param times harms so many and is used up
 * @param skip lets so many pass unharmed first
 * @param millis of {@code latency}, {@code hang} and, per byte, {@code drip}
 * @param retryAfterSeconds said with 429 and 503
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FaultRule(
        String supplier,
        String path,
        String method,
        @NotNull Fault fault,
        Double probability,
        Integer times,
        Integer skip,
        Long millis,
        Integer retryAfterSeconds) {

    boolean concerns(String supplier, String method, String path) {
        return (this.supplier == null || this.supplier.equals(supplier))
                && (this.method == null || this.method.equalsIgnoreCase(method))
                && (this.path == null || path.startsWith(this.path));
    }

    double likelihood() {
        return probability == null ? 1 : probability;
    }

    long millisOr(long otherwise) {
        return millis == null ? otherwise : millis;
    }

    Optional<Integer> retryAfter() {
        return Optional.ofNullable(retryAfterSeconds);
    }
}
