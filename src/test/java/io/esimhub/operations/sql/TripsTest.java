package io.esimhub.operations.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.esimhub.testing.TestDatabase;
import io.esimhub.testing.TestDatabases;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Statements that travel together, and those that leave with the commit, on a real PostgreSQL. */
class TripsTest {

    private final TestDatabase database = TestDatabases.create();
    private final JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
    private final TransactionTemplate transactions =
            new TransactionTemplate(new DataSourceTransactionManager(database.dataSource()));
    private final LastWrites lastWrites = new LastWrites(jdbc);

    @BeforeEach
    void anAccountAndItsNotes() {
        jdbc.execute("create table account (id integer primary key, owner text)");
        jdbc.execute("create table note (account integer, said text not null)");
        jdbc.update("insert into account values (1, 'Ada')");
    }

    @AfterEach
    void dropTheDatabase() {
        database.close();
    }

    @Test
    void eachQuestionGetsItsOwnAnswer() {
        RoundTrip trip = new RoundTrip(jdbc);
        Asked<String> owner = trip.ask(owner(1));
        Asked<String> nobody = trip.ask(owner(2));
        Asked<Integer> sum = trip.ask(Query.of("select ?::integer + ?", (row, n) -> row.getInt(1), 19, 23));

        trip.go();

        assertThat(owner.rows()).containsExactly("Ada");
        assertThat(nobody.first()).isEmpty();
        assertThat(sum.first()).contains(42);
    }

    @Test
    void whatIsAskedAfterALockIsReadAfterTheLock() throws Exception {
        CompletableFuture<List<String>> seen = transactions.execute(holder -> {
            jdbc.queryForList("select id from account where id = 1 for update");
            CompletableFuture<List<String>> waiting = CompletableFuture.supplyAsync(this::lockAndReadNotes);
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(this::somebodyWaits);
            jdbc.update("insert into note values (1, 'written by the one before')");
            return waiting;
        });

        assertThat(seen.get()).containsExactly("written by the one before");
    }

    @Test
    void anAnswerIsNotToBeHadBeforeTheTrip() {
        Asked<String> early = new RoundTrip(jdbc).ask(owner(1));

        assertThatThrownBy(early::rows).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void lastWritesLeaveWithTheCommitAndInTheirOrder() {
        transactions.executeWithoutResult(open -> {
            say("first");
            lastWrites.add("update note set said = said || ', then second' where account = ?", 1);
            assertThat(notes()).isEmpty();
        });

        assertThat(notes()).containsExactly("first, then second");
    }

    @Test
    void lastWritesOfATransactionThatIsRolledBackAreNeverMade() {
        transactions.executeWithoutResult(open -> {
            say("never");
            open.setRollbackOnly();
        });
        transactions.executeWithoutResult(next -> say("next"));

        assertThat(notes()).containsExactly("next");
    }

    @Test
    void aLastWriteThatFailsTakesTheWholeTransactionWithIt() {
        assertThatThrownBy(() -> transactions.executeWithoutResult(open -> {
                    jdbc.update("update account set owner = 'Eve' where id = 1");
                    say("before");
                    say(null);
                }))
                .isInstanceOf(DataAccessException.class);

        assertThat(notes()).isEmpty();
        assertThat(jdbc.queryForObject("select owner from account", String.class))
                .isEqualTo("Ada");
    }

    @Test
    void aTransactionWithinAnotherTakesOnlyItsOwnAlong() {
        TransactionTemplate inner = new TransactionTemplate(transactions.getTransactionManager());
        inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        transactions.executeWithoutResult(open -> {
            say("outer");
            inner.executeWithoutResult(nested -> say("inner"));
            assertThat(notes()).containsExactly("inner");
            say("outer again");
            open.setRollbackOnly();
        });

        assertThat(notes()).containsExactly("inner");
    }

    @Test
    void aWriteThatComesAfterTheCommitIsRefusedAndNotLost() {
        AtomicReference<Exception> refusal = new AtomicReference<>();

        transactions.executeWithoutResult(open -> {
            say("in time");
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    try {
                        say("too late");
                    } catch (IllegalStateException e) {
                        refusal.set(e);
                    }
                }
            });
        });
        transactions.executeWithoutResult(next -> say("next"));

        assertThat(refusal.get()).hasMessageContaining("sent already");
        assertThat(notes()).containsExactly("in time", "next");
    }

    @Test
    void withoutATransactionThereIsNothingToWaitFor() {
        say("at once");

        assertThat(notes()).containsExactly("at once");
    }

    private List<String> lockAndReadNotes() {
        return transactions.execute(open -> {
            RoundTrip trip = new RoundTrip(jdbc);
            trip.ask(Query.of("select id from account where id = ? for update", (row, n) -> row.getInt(1), 1));
            Asked<String> notes =
                    trip.ask(Query.of("select said from note where account = ?", (row, n) -> row.getString(1), 1));
            trip.go();
            return notes.rows();
        });
    }

    private boolean somebodyWaits() {
        return jdbc.queryForObject(
                        "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
                        Integer.class)
                > 0;
    }

    private void say(String words) {
        lastWrites.add("insert into note values (1, ?)", words);
    }

    private List<String> notes() {
        return jdbc.queryForList("select said from note", String.class);
    }

    private static Query<String> owner(int id) {
        return Query.of("select owner from account where id = ?", (row, n) -> row.getString(1), id);
    }
}
