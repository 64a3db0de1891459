package io.esimhub.competitors.store;

import java.util.List;
import java.util.Map;

/** The monitor's books. Every method throws {@link StoreDown} when they cannot be had. */
public interface Store {

    /** @return rows in the order of the statement, columns by name; numbers as {@link Number}, everything else as text */
    List<Map<String, Object>> query(Statement statement);

    /** All or nothing. */
    void write(List<Statement> statements);

    /** In bytes. */
    long size();

    /** For good, and at once. */
    default void close() {}
}
