package io.esimhub.operations.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(90)
class KilledHubTest {

    @TempDir
    Path dataFolder;

    private Process hub;

    @BeforeEach
    void aHubRuns() throws IOException {
        hub = KilledHub.start(dataFolder);
        List<String> output = new ArrayList<>();
        String line = hub.inputReader().readLine();
        while (line != null && !line.equals(KilledHub.READY)) {
            output.add(line);
            line = hub.inputReader().readLine();
        }
        assertThat(line).as("output of the hub: %s", output).isEqualTo(KilledHub.READY);
    }

    @AfterEach
    void nothingIsLeftRunning() {
        hub.destroyForcibly();
        Postmaster.runningOn(dataFolder.resolve("postgres")).ifPresent(Postmaster::stop);
    }

    @Test
    void theServerThatAKilledHubLeftBehindIsStoppedAndItsDataIsKept() throws Exception {
        hub.destroyForcibly().waitFor();
        ProcessHandle orphan = Postmaster.runningOn(dataFolder.resolve("postgres"))
                .orElseThrow(() -> new AssertionError("PostgreSQL went down with the hub: nothing to prove"))
                .process();

        try (EmbeddedServer server = TestServers.start(dataFolder)) {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(TestServers.jdbc(server)
                            .sql("select what from remembered")
                            .query(String.class)
                            .single())
                    .isEqualTo("acknowledged before the kill");
        }
    }

    @Test
    void aServerThatWasKilledTogetherWithItsHubRecovers() throws Exception {
        Postmaster server = Postmaster.runningOn(dataFolder.resolve("postgres")).orElseThrow();
        hub.destroyForcibly().waitFor();
        server.process().destroyForcibly();
        assertThat(server.awaitEnd(Duration.ofSeconds(10))).isTrue();

        try (EmbeddedServer recovered = TestServers.start(dataFolder)) {
            assertThat(TestServers.jdbc(recovered)
                            .sql("select what from remembered")
                            .query(String.class)
                            .single())
                    .isEqualTo("acknowledged before the kill");
        }
    }
}
