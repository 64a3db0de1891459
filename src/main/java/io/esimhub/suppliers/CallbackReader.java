package io.esimhub.suppliers;

import java.util.Set;

/** An adapter's part of {@code /webhooks/suppliers/{supplier}}: a bean of each supplier that calls back. */
public interface CallbackReader {

    /** The supplier's code. */
    String code();

    /** Lower-case names of the headers that a proof needs. */
    Set<String> headers();

    CallbackReading read(SupplierCallback callback);
}
