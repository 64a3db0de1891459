package io.esimhub.operations.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A process of its own that starts the embedded server, writes a row, says so, and waits to be killed. */
final class KilledHub {

    static final String READY = "ready to be killed";

    private KilledHub() {}

    static Process start(Path dataFolder) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(List.of(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledHub.class.getName(),
                        dataFolder.toString()))
                .redirectErrorStream(true)
                .start();
    }

    public static void main(String[] arguments) throws InterruptedException {
        EmbeddedServer server = TestServers.start(Path.of(arguments[0]));
        EmbeddedServerTest.remember(TestServers.jdbc(server), "acknowledged before the kill");
        System.out.println(READY);
        Thread.sleep(Long.MAX_VALUE);
    }
}
