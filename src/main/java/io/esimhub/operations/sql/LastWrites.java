package io.esimhub.operations.sql;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes that nothing in their transaction reads: they are sent together just before the commit, and fail it if they fail. Outside
 * a transaction they are made at once.
 */
@Component
public class LastWrites {

    private final JdbcTemplate jdbc;

    LastWrites(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param sql an insert, update or delete, without a semicolon
     * @throws IllegalStateException if the transaction is on its way to its end: the write would be lost
     */
    public void add(String sql, Object... arguments) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            jdbc.update(sql, arguments);
            return;
        }
        Pending pending = (Pending) TransactionSynchronizationManager.getResource(this);
        if (pending == null) {
            pending = new Pending();
            TransactionSynchronizationManager.bindResource(this, pending);
            TransactionSynchronizationManager.registerSynchronization(pending);
        }
        pending.add(sql, arguments);
    }

    private final class Pending implements TransactionSynchronization {

        private final List<String> statements = new ArrayList<>();
        private final List<Object> values = new ArrayList<>();
        private boolean sent;

        void add(String sql, Object[] arguments) {
            if (sent) {
                throw new IllegalStateException("the transaction's last writes were sent already");
            }
            statements.add(sql);
            values.addAll(java.util.Arrays.asList(arguments));
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            sent = true;
            jdbc.update(RoundTrip.together(statements.stream()), values.toArray());
        }

        /** The outer transaction's writes are not the inner one's. */
        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(LastWrites.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(LastWrites.this, this);
        }

        /** Not before the completion: a write that comes after the commit has to find out that it is too late. */
        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(LastWrites.this);
        }
    }
}
