package io.esimhub.competitors.store;

import io.esimhub.competitors.MonitorProperties.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.sqlite.SQLiteConfig;

/**
 * One connection to one file, opened when it is first needed, so that a file that cannot be opened stops nothing but the monitor. Who
 * waits for it longer than {@code busy-timeout} is told that the books are away.
 */
final class SqliteStore implements Store {

    /** A visit took minutes to make, and nobody stands behind it. */
    private static final Duration WRITERS_WAIT = Duration.ofMinutes(1);

    private final StoreSettings settings;
    private final ReentrantLock turn = new ReentrantLock(true);
    private Connection connection;
    private volatile boolean closed;

    SqliteStore(StoreSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<Map<String, Object>> query(Statement statement) {
        return inTurn(settings.busyTimeout(), open -> rows(open, statement));
    }

    @Override
    public void write(List<Statement> statements) {
        inTurn(WRITERS_WAIT, open -> {
            open.setAutoCommit(false);
            for (Statement statement : statements) {
                execute(open, statement);
            }
            open.commit();
            open.setAutoCommit(true);
            return null;
        });
    }

    @Override
    public long size() {
        return inTurn(
                        settings.busyTimeout(),
                        open -> rows(
                                open,
                                new Statement(
                                        "select p.page_count * s.page_size as size from pragma_page_count p, pragma_page_size s",
                                        List.of())))
                .stream()
                .mapToLong(row -> ((Number) row.get("size")).longValue())
                .sum();
    }

    /** Waits for nobody for long: what a run that was interrupted leaves open, SQLite mends at the next start. */
    @Override
    public void close() {
        closed = true;
        try {
            if (turn.tryLock(100, TimeUnit.MILLISECONDS)) {
                try {
                    letGo();
                } finally {
                    turn.unlock();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Use<T> {
        T of(Connection open) throws SQLException;
    }

    private <T> T inTurn(Duration patience, Use<T> use) {
        lock(patience);
        boolean done = false;
        try {
            T result = use.of(open());
            done = true;
            return result;
        } catch (SQLException failure) {
            throw new StoreDown("The monitor's file cannot be used: " + failure.getMessage(), failure);
        } finally {
            if (!done) {
                letGo(); // what it has not committed is undone with it; a new connection costs little
            }
            turn.unlock();
        }
    }

    private void lock(Duration patience) {
        try {
            if (!turn.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new StoreDown("The monitor's file is in use for longer than " + patience + ".");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreDown("Interrupted while waiting for the monitor's file.", e);
        }
    }

    private Connection open() throws SQLException {
        if (closed) {
            throw new StoreDown("The monitor has stopped.");
        }
        if (connection == null) {
            connection = connect();
            try {
                for (Statement statement : Sql.schema()) {
                    execute(connection, statement);
                }
            } catch (SQLException e) {
                letGo();
                throw e;
            }
        }
        return connection;
    }

    private Connection connect() throws SQLException {
        Path file = Path.of(settings.file()).toAbsolutePath();
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw new SQLException("no folder " + file.getParent(), e);
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        // a power cut may take the last visits, and the disk is left to those who need it more
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.setBusyTimeout(Math.toIntExact(settings.busyTimeout().toMillis()));
        config.enforceForeignKeys(true);
        config.setPragma(SQLiteConfig.Pragma.PAGE_SIZE, "4096");
        config.setPragma(
                SQLiteConfig.Pragma.MAX_PAGE_COUNT,
                String.valueOf(Math.max(1, settings.maxSize().toBytes() / 4096)));
        // the log beside the file shrinks again after a long transaction
        config.setPragma(SQLiteConfig.Pragma.JOURNAL_SIZE_LIMIT, "4194304");
        return config.createConnection("jdbc:sqlite:" + file);
    }

    private void letGo() {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException alreadyGone) {
                // nothing is left to close
            }
            connection = null;
        }
    }

    private static void execute(Connection open, Statement statement) throws SQLException {
        try (PreparedStatement prepared = prepare(open, statement)) {
            prepared.execute();
        }
    }

    private static List<Map<String, Object>> rows(Connection open, Statement statement) throws SQLException {
        try (PreparedStatement prepared = prepare(open, statement);
                ResultSet result = prepared.executeQuery()) {
            List<Map<String, Object>> rows = new ArrayList<>();
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                Map<String, Object> row = new LinkedHashMap<>();
                for (int i = 1; i <= columns; i++) {
                    row.put(result.getMetaData().getColumnLabel(i), result.getObject(i));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    private static PreparedStatement prepare(Connection open, Statement statement) throws SQLException {
        PreparedStatement prepared = open.prepareStatement(statement.sql());
        for (int i = 0; i < statement.params().size(); i++) {
            prepared.setString(i + 1, statement.params().get(i));
        }
        return prepared;
    }
}
