package io.esimhub.reconciliation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;

/** How a run's row is read. */
final class RunRow {

    static final String COLUMNS =
            "id, kind, party, account, requested_by, window_from, window_to, state, position, compared, newest";

    private RunRow() {}

    static Run run(ResultSet row, int number) throws SQLException {
        return new Run(
                row.getLong("id"),
                RunKind.of(row.getString("kind")),
                row.getString("party"),
                row.getString("account"),
                row.getString("requested_by"),
                instant(row, "window_from"),
                instant(row, "window_to"),
                row.getString("state"),
                Optional.ofNullable(row.getString("position")),
                row.getInt("compared"),
                instant(row, "newest"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
