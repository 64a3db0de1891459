package io.esimhub.operations.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the running server says about itself. */
class EmbeddedServerSettingsTest {

    @TempDir
    static Path dataFolder;

    private static EmbeddedServer server;

    @BeforeAll
    static void start() {
        server = TestServers.start(dataFolder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void keepsWhatItAcknowledges() {
        assertThat(setting(server, "fsync")).isEqualTo("on");
        assertThat(setting(server, "synchronous_commit")).isEqualTo("on");
        assertThat(setting(server, "full_page_writes")).isEqualTo("on");
        new DurabilityGuard(true).check(TestServers.jdbc(server));
    }

    @Test
    void isTheVersionThatTheHubExpectsInItsFolder() {
        assertThat(setting(server, "server_version")).startsWith(ServerFolder.VERSION + ".");
    }

    @Test
    void cannotBeReachedFromAnotherMachine() throws Exception {
        int port = URI.create(server.jdbcUrl().substring("jdbc:".length())).getPort();

        assertThat(setting(server, "listen_addresses")).isEqualTo("localhost");
        assertThat(addressesOfThisMachine()).noneMatch(address -> listens(address, port));
    }

    @Test
    void worksWithoutTheRightsOfASuperuser() {
        assertThat(setting(server, "is_superuser")).isEqualTo("off");
        assertThat(query(server, "select current_user || '@' || current_database()"))
                .isEqualTo("esimhub@esimhub");
    }

    @Test
    void aServerIsRecognisedByWhateverPathItsFolderIsReached(@TempDir Path elsewhere) throws IOException {
        Path otherWay = Files.createSymbolicLink(elsewhere.resolve("link"), dataFolder);

        assertThat(Postmaster.runningOn(otherWay.resolve("postgres"))).isPresent();
        Postmaster.forgetIfAnotherProgramHasItsNumber(otherWay.resolve("postgres"));
        assertThat(dataFolder.resolve("postgres/postmaster.pid")).exists();
        assertThat(query(server, "select 'runs'")).isEqualTo("runs");
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
