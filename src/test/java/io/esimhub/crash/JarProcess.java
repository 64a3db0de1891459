package io.esimhub.crash;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;

/** The packaged jar as a process of its own, with a log of its own. */
final class JarProcess {

    private static final Duration START = Duration.ofSeconds(180);

    private final Process process;
    private final Path log;

    private JarProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static JarProcess start(Path folder, String name, String heap, List<String> arguments) {
        Path log = folder.resolve(name + ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                // lives for seconds: starting fast counts
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar().toString()));
        command.addAll(arguments);
        try {
            Files.createDirectories(folder);
            return new JarProcess(
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                            .start(),
                    log);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    void awaitAnswer(String url) {
        await().atMost(START).pollInterval(Duration.ofMillis(200)).until(() -> {
            if (!process.isAlive()) {
                Assertions.fail("the process ended while it started, see " + log + "\n" + Files.readString(log));
            }
            return Http.answers(url);
        });
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** {@code kill -9}; does not wait for the end. */
    void kill() {
        process.destroyForcibly();
    }

    void awaitEnd() {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> !process.isAlive());
    }

    /** An orderly stop, hard if it takes too long. */
    void stop() {
        process.destroy();
        try {
            process.onExit().get(40, java.util.concurrent.TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException tooSlow) {
            process.destroyForcibly();
        }
    }

    private static Path jar() {
        Path jar = Path.of(System.getProperty("hub.jar", "target/esim-hub.jar")).toAbsolutePath();
        Assertions.assertTrue(Files.isRegularFile(jar), () -> jar + " is missing: package the hub first");
        return jar;
    }
}
