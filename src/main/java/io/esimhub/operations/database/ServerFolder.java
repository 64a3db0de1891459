package io.esimhub.operations.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What lies in the hub's data folder for the embedded server. */
record ServerFolder(Path dataFolder) {

    /** The major version of the server programs that the hub brings along. */
    static final String VERSION = "17";

    private static final Logger LOG = LoggerFactory.getLogger(ServerFolder.class);

    Path data() {
        return dataFolder.resolve("postgres");
    }

    Path log() {
        return dataFolder.resolve("postgres.log");
    }

    /** PostgreSQL cannot read the files of another major version; it says so in its log only. */
    void refuseOtherVersion() {
        Path file = data().resolve("PG_VERSION");
        if (!Files.exists(file)) {
            return;
        }
        String found = read(file);
        if (!VERSION.equals(found)) {
            throw new StartRefused(
                    "The folder " + data() + " was made by PostgreSQL " + found + ", but this hub brings PostgreSQL "
                            + VERSION + ".",
                    "Start the hub that made it and move its data with pg_dump, or choose another folder: "
                            + "--hub.data-dir=<folder>");
        }
    }

    /** A server outlives a hub that was killed. Only to be called by the holder of the folder's lock. */
    void stopOrphan() {
        Postmaster.runningOn(data()).ifPresent(orphan -> {
            LOG.warn(
                    "PostgreSQL (process {}) still runs on {}; stopping it",
                    orphan.process().pid(),
                    data());
            orphan.stop();
        });
        Postmaster.forgetIfAnotherProgramHasItsNumber(data());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).trim();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
