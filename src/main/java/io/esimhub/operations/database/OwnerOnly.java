package io.esimhub.operations.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Folders that no other user of the machine can look into: orders, mails and the programs that the hub starts. */
final class OwnerOnly {

    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rwx------");
    private static final FileAttribute<?> ATTRIBUTE = PosixFilePermissions.asFileAttribute(OWNER);

    private OwnerOnly() {}

    /** Creates the folder; one that exists keeps the rights that somebody gave it on purpose. */
    static void create(Path folder) throws IOException {
        if (knowsRights(folder)) {
            Files.createDirectories(folder, ATTRIBUTE);
        } else {
            Files.createDirectories(folder);
        }
    }

    static void restrict(Path folder) throws IOException {
        if (knowsRights(folder)) {
            Files.setPosixFilePermissions(folder, OWNER);
        }
    }

    private static boolean knowsRights(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
