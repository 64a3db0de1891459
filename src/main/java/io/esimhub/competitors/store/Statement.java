package io.esimhub.competitors.store;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** @param params texts or null, by position; never more than the 100 that D1 takes */
public record Statement(String sql, List<String> params) {

    private static final int MOST = 100;

    public Statement {
        if (params.size() > MOST) {
            throw new IllegalArgumentException("more than " + MOST + " parameters");
        }
        params = Collections.unmodifiableList(params);
    }

    /** @param name of a file in {@code sql/competitors}, without its ending */
    public static Statement of(String name, Object... params) {
        return new Statement(
                Sql.named(name),
                Arrays.stream(params)
                        .map(value -> value == null ? null : value.toString())
                        .toList());
    }
}
