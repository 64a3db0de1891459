package io.esimhub.suppliers;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;

/** What an exception says about the order: surely not placed if it came before the first byte of the request; else unknown. */
final class TransportFailure {

    private static final int MAX_CAUSES = 10;

    private TransportFailure() {}

    static SupplierAnswer answer(Throwable error) {
        Throwable cause = error;
        for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
            if (beforeTheFirstByte(cause)) {
                return new SupplierAnswer.NotPlaced(
                        SupplierAnswer.Cause.UNREACHABLE,
                        Optional.empty(),
                        cause.getClass().getSimpleName());
            }
            cause = cause.getCause();
        }
        return new SupplierAnswer.Unknown(root(error).getClass().getSimpleName());
    }

    private static boolean beforeTheFirstByte(Throwable cause) {
        return cause instanceof ConnectException
                || cause instanceof ConnectTimeoutException
                || cause instanceof UnknownHostException
                || cause instanceof NoRouteToHostException
                || cause instanceof SSLHandshakeException
                || cause instanceof ConnectionRequestTimeoutException;
    }

    private static Throwable root(Throwable error) {
        Throwable root = error;
        for (int depth = 0; root.getCause() != null && depth < MAX_CAUSES; depth++) {
            root = root.getCause();
        }
        return root;
    }
}
