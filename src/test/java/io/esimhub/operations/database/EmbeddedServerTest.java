package io.esimhub.operations.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmbeddedServerTest {

    @TempDir
    Path dataFolder;

    @Test
    void keepsItsDataOverARestart() {
        try (EmbeddedServer server = TestServers.start(dataFolder)) {
            remember(TestServers.jdbc(server), "an order");
        }
        try (EmbeddedServer server = TestServers.start(dataFolder)) {
            assertThat(query(server, "select what from remembered")).isEqualTo("an order");
        }
    }

    @Test
    void nothingRunsAndNothingIsLockedAfterTheStop() {
        TestServers.start(dataFolder).close();

        assertThat(Postmaster.runningOn(dataFolder.resolve("postgres"))).isEmpty();
        FolderLock.on(dataFolder).close();
    }

    @Test
    void aSecondHubOnTheSameFolderIsToldSo() {
        try (EmbeddedServer first = TestServers.start(dataFolder)) {
            assertThatThrownBy(() -> TestServers.start(dataFolder))
                    .isInstanceOf(StartRefused.class)
                    .hasMessage("The folder " + dataFolder + " is in use by another running hub.");

            assertThat(query(first, "select 'still there'")).isEqualTo("still there");
        }
    }

    @Test
    void aFolderOfAnotherVersionIsLeftAloneAndNamed() throws IOException {
        Path version = Files.createDirectories(dataFolder.resolve("postgres")).resolve("PG_VERSION");
        Files.writeString(version, "16\n");

        assertThatThrownBy(() -> TestServers.start(dataFolder))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(dataFolder.resolve("postgres") + " was made by PostgreSQL 16,")
                .hasMessageContaining("brings PostgreSQL 17");

        assertThat(version).hasContent("16\n");
        assertThat(dataFolder.resolve("postgres")).isDirectoryNotContaining("glob:**/postgresql.conf");
        FolderLock.on(dataFolder).close();
    }

    @Test
    void aServerThatCannotStartIsExplainedAndLeavesNothingBehind() throws IOException {
        TestServers.start(dataFolder).close();
        Files.delete(dataFolder.resolve("postgres/global/pg_control"));

        assertThatThrownBy(() -> TestServers.start(dataFolder, Duration.ofSeconds(2)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("PostgreSQL did not start on " + dataFolder)
                .extracting(refusal -> ((StartRefused) refusal).remedy())
                .asString()
                .contains(dataFolder.resolve("postgres.log").toString(), "spring.datasource.url");
        assertThat(Postmaster.runningOn(dataFolder.resolve("postgres"))).isEmpty();
        FolderLock.on(dataFolder).close();
    }

    @Test
    void aProcessNumberLeftBehindThatNowBelongsToAnotherProgramIsNoObstacle() throws IOException {
        TestServers.start(dataFolder).close();
        ProcessHandle innocent = ProcessHandle.current();
        Files.writeString(dataFolder.resolve("postgres/postmaster.pid"), innocent.pid() + "\n" + dataFolder + "\n");

        try (EmbeddedServer server = TestServers.start(dataFolder)) {
            assertThat(query(server, "select 'runs'")).isEqualTo("runs");
        }
        assertThat(innocent.isAlive()).isTrue();
    }

    static void remember(JdbcClient jdbc, String what) {
        jdbc.sql("create table remembered as select :what::text as what")
                .param("what", what)
                .update();
    }

    private static String query(EmbeddedServer server, String sql) {
        return TestServers.jdbc(server).sql(sql).query(String.class).single();
    }
}
