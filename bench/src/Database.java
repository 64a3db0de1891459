package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The hub's own PostgreSQL, asked beside the hub. */
final class Database implements AutoCloseable {

    /**
     * @param commits of every transaction, one statement alone included
     * @param writing of those that wrote
     * @param walBytes written ahead
     * @param walSyncs calls of fdatasync for that
     */
    record Counters(long commits, long writing, long walBytes, long walSyncs) {

        Counters since(Counters before) {
            return new Counters(
                    commits - before.commits,
                    writing - before.writing,
                    walBytes - before.walBytes,
                    walSyncs - before.walSyncs);
        }
    }

    private static final String COUNTERS =
            """
            select xact_commit, pg_snapshot_xmax(pg_current_snapshot())::text::bigint,
                pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint, (select wal_sync from pg_stat_wal)
            from pg_stat_database where datname = 'esimhub'""";

    private static final String OPEN_WORK =
            """
            select (select count(*) from retail.orders where state <> 'DELIVERED'),
                (select count(*) from operations.cases where state = 'OPEN'), (select count(*) from operations.work)""";

    private final long postmaster;
    private final Connection connection;

    private Database(long postmaster, Connection connection) {
        this.postmaster = postmaster;
        this.connection = connection;
    }

    static Database of(Path hubFolder) throws IOException, SQLException {
        List<String> lines = Files.readAllLines(hubFolder.resolve("data/postgres/postmaster.pid"));
        String url = "jdbc:postgresql://localhost:" + lines.get(3).strip() + "/esimhub?user=esimhub";
        return new Database(Long.parseLong(lines.get(0).strip()), DriverManager.getConnection(url));
    }

    long postmaster() {
        return postmaster;
    }

    Counters counters() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(COUNTERS)) {
            row.next();
            return new Counters(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
        }
    }

    /** Orders that were not delivered, open cases and work items: all should be none. */
    String leftBehind() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(OPEN_WORK)) {
            row.next();
            return row.getLong(1) + " orders not delivered, " + row.getLong(2) + " open cases, " + row.getLong(3)
                    + " work items";
        }
    }

    String version() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show server_version")) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
