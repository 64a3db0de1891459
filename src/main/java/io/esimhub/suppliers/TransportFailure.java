package io.esimhub.suppliers;

import io.esimhub.operations.http.CallFailed;
import java.util.Optional;

/** What an exception says about the order: surely not placed if it came before the first byte of the request; else unknown. */
final class TransportFailure {

    private static final int MAX_CAUSES = 10;

    private TransportFailure() {}

    /** The same of giving an eSIM back. */
    static CancelAnswer cancelAnswer(Throwable error) {
        SupplierAnswer answer = answer(error);
        return answer instanceof SupplierAnswer.NotPlaced notPlaced
                ? new CancelAnswer.NotSent(notPlaced.cause(), notPlaced.retryAfter(), notPlaced.text())
                : new CancelAnswer.Unknown(((SupplierAnswer.Unknown) answer).cause());
    }

    static SupplierAnswer answer(Throwable error) {
        Throwable cause = error;
        for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
            if (cause instanceof CallFailed call) {
                return call.sent()
                        ? new SupplierAnswer.Unknown(call.getMessage())
                        : new SupplierAnswer.NotPlaced(
                                SupplierAnswer.Cause.UNREACHABLE, Optional.empty(), call.getMessage());
            }
            cause = cause.getCause();
        }
        return new SupplierAnswer.Unknown(error.getClass().getSimpleName());
    }
}
