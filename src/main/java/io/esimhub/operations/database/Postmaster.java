package io.esimhub.operations.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The main process of a PostgreSQL server, found by the file {@code postmaster.pid} that it keeps in its folder
 * (first line: process id; https://www.postgresql.org/docs/17/storage-file-layout.html).
 */
record Postmaster(ProcessHandle process) {

    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);

    /** The server that runs on this folder now, if any. A number that meanwhile belongs to another program does not count. */
    static Optional<Postmaster> runningOn(Path folder) {
        return processNamedIn(folder)
                .filter(process -> isPostgresOn(nameOfFolderIn(folder), process))
                .map(Postmaster::new);
    }

    /**
     * After a crash the number in the file may belong to another program. PostgreSQL would take that one for a server and
     * refuse to start for ever.
     */
    static void forgetIfAnotherProgramHasItsNumber(Path folder) {
        boolean anotherProgram = processNamedIn(folder)
                .flatMap(process -> process.info().command())
                .filter(program -> !isPostgres(program))
                .isPresent();
        if (anotherProgram) {
            delete(pidFile(folder));
        }
    }

    /** Ends the server in an orderly way: open transactions are rolled back, everything committed is written. */
    void stop() {
        boolean stopped = signal("INT", Duration.ofSeconds(30)) || signal("QUIT", Duration.ofSeconds(10));
        if (!stopped) {
            LOG.warn(
                    "PostgreSQL (process {}) does not stop; ending it hard, it recovers at its next start",
                    process.pid());
            process.destroyForcibly();
            awaitEnd(Duration.ofSeconds(10));
        }
    }

    /** @return whether the process has ended within that time */
    boolean awaitEnd(Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** INT is PostgreSQL's fast stop, QUIT its immediate one; Java itself can only send TERM, which waits for clients. */
    private boolean signal(String name, Duration patience) {
        try {
            new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException noShell) {
            return false;
        }
        return awaitEnd(patience);
    }

    private static Optional<ProcessHandle> processNamedIn(Path folder) {
        return pid(folder).flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive);
    }

    private static Optional<Long> pid(Path folder) {
        try {
            return line(folder, 1).map(Long::parseLong);
        } catch (NumberFormatException halfWritten) {
            return Optional.empty();
        }
    }

    /** The folder as the server was told to find it, which may be by another path than ours. */
    private static String nameOfFolderIn(Path folder) {
        return line(folder, 2).orElse(folder.toString());
    }

    private static Optional<String> line(Path folder, int number) {
        try {
            return Files.readAllLines(pidFile(folder)).stream()
                    .skip(number - 1L)
                    .findFirst()
                    .map(String::trim);
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    private static boolean isPostgresOn(String folder, ProcessHandle process) {
        String arguments = process.info().commandLine().orElse("");
        return process.info().command().filter(Postmaster::isPostgres).isPresent() && arguments.contains(folder);
    }

    private static boolean isPostgres(String program) {
        return Path.of(program).getFileName().toString().startsWith("postgres");
    }

    private static Path pidFile(Path folder) {
        return folder.resolve("postmaster.pid");
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
