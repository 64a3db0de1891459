package io.esimhub.operations.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.esimhub.testing.TestDatabase;
import io.esimhub.testing.TestDatabases;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** A thousand secrets of two keys in a real PostgreSQL, to be encrypted with a third. */
class KeyRotationTest {

    private static final int SECRETS = 1000;

    private final TestDatabase database = TestDatabases.create();
    private final JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
    private final RotatingProcess process = new RotatingProcess(database.dataSource(), 50, "new", "old", "older");

    @BeforeEach
    void aThousandSecretsOfTwoKeys() {
        jdbc.execute("create table letters (id bigint primary key, cipher bytea, key text, said text)");
        write(1, SECRETS / 2, RotatingProcess.vault("old"));
        write(SECRETS / 2 + 1, SECRETS, RotatingProcess.vault("older"));
        jdbc.update("insert into letters values (0, null, null, null)");
    }

    @AfterEach
    void stop() {
        process.close();
        database.close();
    }

    @Test
    void everySecretIsEncryptedWithTheActiveKeyAndStillSaysTheSame() {
        assertThat(process.key("old").removable()).isFalse();

        process.rotate();

        assertThat(rowsByKey()).isEqualTo(Map.of("new", (long) SECRETS));
        assertAllReadableWith("new");
        assertThat(Stream.of("old", "older").map(process::key)).allMatch(SecretKeys.Key::removable);
        assertThat(process.key("new").removable()).isFalse();
        assertThat(cases()).isEmpty();
    }

    @Test
    void theGraphsShowHowManySecretsNeedEachKey() {
        process.rotation().begin();

        assertThat(gauge("old")).isEqualTo(SECRETS / 2.0);
        process.rotate();
        process.rotation().begin();
        assertThat(gauge("new")).isEqualTo(SECRETS);
        assertThat(process.meters().find("hub.secrets.rows").tag("key", "old").gauge())
                .isNull();
    }

    @Test
    void whoReadsWhileItRunsAlwaysFindsTheKeyThatFitsAndWhatIsWrittenMeanwhileIsNotLost() {
        SecretVault reader = RotatingProcess.vault("new", "old", "older");
        SecretVault oldWriter = RotatingProcess.vault("old");
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger reads = new AtomicInteger();
        CompletableFuture<Void> reading = CompletableFuture.runAsync(() -> {
            while (!over.get()) {
                assertReadable(reader);
                reads.incrementAndGet();
            }
        });
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
            for (int id = SECRETS + 1; id <= SECRETS + 300; id++) {
                write(id, id, oldWriter);
            }
        });

        for (int i = 0; i < 3 || !writing.isDone(); i++) {
            process.rotate();
        }
        writing.join();
        over.set(true);
        reading.join();
        process.rotate();

        assertThat(reads.get()).isPositive();
        assertThat(rowsByKey()).isEqualTo(Map.of("new", SECRETS + 300L));
        assertAllReadableWith("new");
    }

    @Test
    void severalProcessesShareTheWork() {
        try (RotatingProcess other = new RotatingProcess(database.dataSource(), 20, "new", "old", "older")) {
            CompletableFuture<Void> beside = CompletableFuture.runAsync(other::rotate);
            process.rotate();
            beside.join();
        }
        // a batch that was in the other's hands is left to the next pass
        process.rotate();

        assertThat(rowsByKey()).isEqualTo(Map.of("new", (long) SECRETS));
        assertAllReadableWith("new");
    }

    @Test
    void aProcessThatIsKilledInTheMiddleLeavesEveryRowWholeAndTheRestToTheNext() throws Exception {
        Process victim = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RotatingProcess.class.getName(),
                        database.jdbcUrl(),
                        TestDatabase.USER,
                        "new",
                        "old",
                        "older")
                .inheritIO()
                .start();
        try {
            await().atMost(Duration.ofSeconds(60)).until(() -> rowsByKey().getOrDefault("new", 0L) > 20);
        } finally {
            victim.destroyForcibly().waitFor();
        }

        assertThat(rowsByKey().get("new")).isLessThan(SECRETS);
        assertReadable(RotatingProcess.vault("new", "old", "older"));
        process.rotate();
        assertThat(rowsByKey()).isEqualTo(Map.of("new", (long) SECRETS));
        assertAllReadableWith("new");
    }

    @Test
    void aRowThatWasTamperedWithIsLeftAsItIsAndShownToAPersonUntilItIsRestored() {
        byte[] good = jdbc.queryForObject("select cipher from letters where id = 77", byte[].class);
        byte[] bad = good.clone();
        bad[20] ^= 1;
        jdbc.update("update letters set cipher = ? where id = 77", (Object) bad);
        jdbc.update("update letters set cipher = 'x' where id = 78");

        process.rotate();

        assertThat(rowsByKey()).isEqualTo(Map.of("new", SECRETS - 2L, "old", 2L));
        assertThat(jdbc.queryForObject("select cipher from letters where id = 77", byte[].class))
                .isEqualTo(bad);
        assertThat(cases())
                .containsExactly("UNREADABLE public.letters.cipher:77", "UNREADABLE public.letters.cipher:78");
        assertThat(process.key("old").removable()).isFalse();

        jdbc.update("update letters set cipher = ? where id = 77", (Object) good);
        process.rotate();
        assertThat(cases()).containsExactly("UNREADABLE public.letters.cipher:78");

        jdbc.update("delete from letters where id = 78");
        process.rotate();
        assertThat(cases()).isEmpty();
    }

    @Test
    void aKeyThatTheSettingsLackIsACaseUntilItIsThereAgainAndHoldsNothingElseUp() {
        try (RotatingProcess forgetful = new RotatingProcess(database.dataSource(), 50, "new", "old")) {
            forgetful.rotate();

            assertThat(rowsByKey()).isEqualTo(Map.of("new", SECRETS / 2L, "older", SECRETS / 2L));
            assertThat(cases()).containsExactly("KEY_MISSING key:older");
            assertThat(forgetful.key("older").inSettings()).isFalse();
        }

        process.rotate();

        assertThat(rowsByKey()).isEqualTo(Map.of("new", (long) SECRETS));
        assertThat(cases()).isEmpty();
    }

    @Test
    void processesWithOldAndNewSettingsDoNotUndoEachOthersWork() {
        process.rotate();
        try (RotatingProcess stillOld = new RotatingProcess(database.dataSource(), 50, "old", "new", "older")) {
            write(SECRETS + 1, SECRETS + 1, stillOld.vault());
            stillOld.rotate();
            assertThat(rowsByKey()).isEqualTo(Map.of("new", (long) SECRETS, "old", 1L));
            assertThat(stillOld.key("older").removable())
                    .as("a process that writes another key may need it yet")
                    .isFalse();

            jdbc.update("update operations.secret_rotation set until = now()");
            stillOld.rotate();
            assertThat(rowsByKey())
                    .as("nobody rotates to the other key any more")
                    .isEqualTo(Map.of("old", SECRETS + 1L));
        }
    }

    @Test
    void namesThatAreNotOfATableAreNoColumns() {
        assertThatThrownBy(() -> new SealedColumns("letters; drop table letters", "id", "cipher", "key"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SealedColumns("public.letters", "id", "cipher = null --", "key"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void write(int first, int last, SecretVault vault) {
        for (int id = first; id <= last; id++) {
            SealedSecret sealed = vault.seal("secret " + id);
            jdbc.update("insert into letters values (?, ?, ?, ?)", id, sealed.cipher(), sealed.key(), "secret " + id);
        }
    }

    private void assertAllReadableWith(String key) {
        assertReadable(RotatingProcess.vault(key));
    }

    private void assertReadable(SecretVault vault) {
        jdbc.query("select cipher, key, said from letters where key is not null", row -> {
            assertThat(vault.open(row.getBytes(1), row.getString(2))).isEqualTo(row.getString(3));
        });
    }

    private Map<String, Long> rowsByKey() {
        Map<String, Long> counts = new java.util.HashMap<>();
        jdbc.query("select key, count(*) from letters where key is not null group by key", row -> {
            counts.put(row.getString(1), row.getLong(2));
        });
        return counts;
    }

    private List<String> cases() {
        return jdbc.queryForList(
                "select reason || ' ' || subject from operations.cases where kind = 'secrets' and state = 'OPEN' order by id",
                String.class);
    }

    private double gauge(String key) {
        return process.meters().get("hub.secrets.rows").tag("key", key).gauge().value();
    }
}
