package io.esimhub.operations.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One hub a data folder. The operating system drops the lock with the process, so that none is ever left behind. */
record FolderLock(FileChannel channel) implements AutoCloseable {

    /** @throws StartRefused if another living process works in the folder */
    static FolderLock on(Path folder) {
        try {
            OwnerOnly.create(folder);
            FileChannel channel =
                    FileChannel.open(folder.resolve("hub.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new StartRefused(
                        "The folder " + folder + " is in use by another running hub.",
                        "Stop that hub, or give this one a folder of its own: --hub.data-dir=<folder>");
            }
            return new FolderLock(channel);
        } catch (IOException e) {
            throw new StartRefused(
                    "The folder " + folder + " cannot be written: " + e.getMessage(),
                    "Make the folder writable, or choose another one: --hub.data-dir=<folder>",
                    e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
