package io.esimhub.competitors.store;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The monitor's books. Every method throws {@link StoreDown} when they cannot be had. */
public interface Store {

    /** Rows that are read at a time. */
    int PAGE = 1000;

    /** @return rows in the order of the statement, columns by name; numbers as {@link Number}, everything else as text */
    List<Map<String, Object>> query(Statement statement);

    /**
     * Row after row of a statement that takes the id to begin behind and how many; no more than a page of them is in memory.
     *
     * @param name of a statement in the order of {@code id}
     */
    default void each(String name, Consumer<Map<String, Object>> use) {
        List<Map<String, Object>> page;
        long after = 0;
        do {
            page = query(Statement.of(name, after, PAGE));
            for (Map<String, Object> row : page) {
                use.accept(row);
                after = ((Number) row.get("id")).longValue();
            }
        } while (page.size() == PAGE);
    }

    /** All or nothing. */
    void write(List<Statement> statements);

    /** In bytes. */
    long size();

    /** For good, and at once. */
    default void close() {}
}
