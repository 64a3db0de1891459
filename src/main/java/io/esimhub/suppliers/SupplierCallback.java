package io.esimhub.suppliers;

import java.util.Map;
import java.util.Optional;

/**
 * A call of a supplier at our door, before anyone believed it.
 *
 * @param headers by lower-case name, those only that an adapter asked for
 * @param body the raw bytes
 */
public record SupplierCallback(Map<String, String> headers, byte[] body) {

    public Optional<String> header(String lowerCaseName) {
        return Optional.ofNullable(headers.get(lowerCaseName));
    }

    /** Never the body: it may name customers' eSIMs. */
    @Override
    public String toString() {
        return "SupplierCallback[" + body.length + " bytes]";
    }
}
