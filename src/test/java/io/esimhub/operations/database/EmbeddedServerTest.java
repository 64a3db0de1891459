package io.esimhub.operations.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmbeddedServerTest {

    @TempDir
    Path dataFolder;

    @Test
    void keepsWhatItAcknowledges() {
        try (EmbeddedServer server = TestServers.start(dataFolder)) {
            assertThat(setting(server, "fsync")).isEqualTo("on");
            assertThat(setting(server, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(server, "full_page_writes")).isEqualTo("on");
            new DurabilityGuard(true).check(TestServers.jdbc(server));
        }
    }

    @Test
    void isTheVersionThatTheHubExpectsInItsFolder() {
        try (EmbeddedServer server = TestServers.start(dataFolder)) {
            assertThat(setting(server, "server_version")).startsWith(ServerFolder.VERSION + ".");
        }
    }

    @Test
    void cannotBeReachedFromAnotherMachine() throws Exception {
        try (EmbeddedServer server = TestServers.start(dataFolder)) {
            int port = URI.create(server.jdbcUrl().substring("jdbc:".length())).getPort();

            assertThat(setting(server, "listen_addresses")).isEqualTo("localhost");
            assertThat(addressesOfThisMachine()).noneMatch(address -> listens(address, port));
        }
    }

    @Test
    void worksWithoutTheRightsOfASuperuser() {
        try (EmbeddedServer server = TestServers.start(dataFolder)) {
            assertThat(setting(server, "is_superuser")).isEqualTo("off");
            assertThat(query(server, "select current_user || '@' || current_database()"))
                    .isEqualTo("esimhub@esimhub");
        }
    }

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

    @Test
    void aServerIsRecognisedByWhateverPathItsFolderIsReached(@TempDir Path elsewhere) throws IOException {
        try (EmbeddedServer server = TestServers.start(dataFolder)) {
            Path otherWay = Files.createSymbolicLink(elsewhere.resolve("link"), dataFolder);

            assertThat(Postmaster.runningOn(otherWay.resolve("postgres"))).isPresent();
            Postmaster.forgetIfAnotherProgramHasItsNumber(otherWay.resolve("postgres"));
            assertThat(dataFolder.resolve("postgres/postmaster.pid")).exists();
            assertThat(query(server, "select 'runs'")).isEqualTo("runs");
        }
    }

    static void remember(JdbcClient jdbc, String what) {
        jdbc.sql("create table remembered as select :what::text as what")
                .param("what", what)
                .update();
    }

    private static String setting(EmbeddedServer server, String name) {
        return query(server, "show " + name);
    }

    private static String query(EmbeddedServer server, String sql) {
        return TestServers.jdbc(server).sql(sql).query(String.class).single();
    }

    private static Stream<InetAddress> addressesOfThisMachine() throws IOException {
        return Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress());
    }

    private static boolean listens(InetAddress address, int port) {
        try (Socket socket = new Socket(address, port)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }
}
