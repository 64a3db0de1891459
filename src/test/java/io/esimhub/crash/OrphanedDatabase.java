package io.esimhub.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The hub's own PostgreSQL, found by the file {@code postmaster.pid} in its folder: the first line is the process, the fourth
 * the port (https://www.postgresql.org/docs/17/storage-file-layout.html).
 */
record OrphanedDatabase(long process, int port) {

    static OrphanedDatabase in(Path dataFolder) {
        try {
            List<String> lines = Files.readAllLines(dataFolder.resolve("postgres/postmaster.pid"));
            return new OrphanedDatabase(
                    Long.parseLong(lines.get(0).strip()),
                    Integer.parseInt(lines.get(3).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Also its children, which hold the files until they notice. */
    void awaitEnd() {
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(30))
                .pollInterval(java.time.Duration.ofMillis(50))
                .until(() ->
                        ProcessHandle.of(process).filter(ProcessHandle::isAlive).isEmpty());
    }

    void kill() {
        ProcessHandle.of(process)
                .filter(handle -> handle.info().command().orElse("").contains("postgres"))
                .ifPresent(ProcessHandle::destroyForcibly);
    }
}
