package io.esimhub.operations.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A question on its way, and its answer afterwards. */
public final class Asked<T> {

    private final Query<T> query;
    private List<T> rows;

    Asked(Query<T> query) {
        this.query = query;
    }

    Query<T> query() {
        return query;
    }

    void read(ResultSet result) throws SQLException {
        List<T> read = new ArrayList<>();
        for (int number = 0; result.next(); number++) {
            read.add(query.rows().mapRow(result, number));
        }
        rows = read;
    }

    /** @throws IllegalStateException if the round trip was not made */
    public List<T> rows() {
        if (rows == null) {
            throw new IllegalStateException("asked, but not sent");
        }
        return rows;
    }

    public Optional<T> first() {
        return rows().stream().findFirst();
    }
}
