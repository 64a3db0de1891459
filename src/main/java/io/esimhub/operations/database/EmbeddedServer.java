package io.esimhub.operations.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hub's own PostgreSQL: a real server as a child process, its data in {@code <data folder>/postgres}, kept over restarts.
 * Everything that needs the database depends on this bean, so that it is the last one to be stopped.
 */
final class EmbeddedServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);

    private final ServerFolder folder;
    private final FolderLock lock;
    private final EmbeddedPostgres postgres;

    private EmbeddedServer(ServerFolder folder, FolderLock lock, EmbeddedPostgres postgres) {
        this.folder = folder;
        this.lock = lock;
        this.postgres = postgres;
    }

    /**
     * @param dataFolder the hub's data folder, absolute
     * @throws StartRefused if the folder is in use, of another version, or there is no server for this machine
     */
    static EmbeddedServer start(Path dataFolder, DatabaseSettings settings) {
        FolderLock lock = FolderLock.on(dataFolder);
        try {
            ServerFolder folder = new ServerFolder(dataFolder);
            folder.refuseOtherVersion();
            folder.stopOrphan();
            EmbeddedServer server = new EmbeddedServer(folder, lock, launch(folder, settings));
            new HubDatabase(server.postgres.getPostgresDatabase()).createIfAbsent();
            LOG.info("PostgreSQL runs on port {}, its data is in {}", server.postgres.getPort(), folder.data());
            return server;
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static EmbeddedPostgres launch(ServerFolder folder, DatabaseSettings settings) {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(folder.data())
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(settings.binariesFolder().toFile())
                .setPGStartupWait(settings.startTimeout())
                // its own hook would run beside Spring's and pull the database away under work that is being finished
                .setRegisterShutdownHook(false)
                .setOutputRedirector(
                        ProcessBuilder.Redirect.appendTo(folder.log().toFile()));
        ServerSettings.applyTo(builder);
        if (settings.port() != 0) {
            builder.setPort(settings.port());
        }
        try {
            // a second server of one process is started from where the first one's programs were unpacked, and leaves
            // this empty
            OwnerOnly.create(settings.binariesFolder());
            EmbeddedPostgres postgres = builder.start();
            // unpacked writable for everybody
            OwnerOnly.restrict(settings.binariesFolder());
            return postgres;
        } catch (IOException | IllegalStateException e) {
            folder.stopOrphan();
            throw LaunchFailure.explain(folder, e);
        }
    }

    String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + HubDatabase.NAME;
    }

    @Override
    public void close() {
        try (lock) {
            postgres.close();
            // gives up after five seconds by itself; a last checkpoint may take longer
            folder.stopOrphan();
        } catch (IOException e) {
            LOG.error("PostgreSQL did not stop in an orderly way; it recovers at its next start", e);
        }
    }
}
