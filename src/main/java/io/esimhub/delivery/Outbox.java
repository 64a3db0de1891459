package io.esimhub.delivery;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The folder where each mail is kept as {@code <message id>.eml}, readable by its owner only. A mail sent again replaces
 * its file; a reader never sees half of one.
 */
record Outbox(Path folder) {

    /** @return the file, or null without an outbox */
    Path write(ReadyMail mail) throws IOException, MessagingException {
        if (folder == null) {
            return null;
        }
        Files.createDirectories(folder);
        Path unfinished = Files.createTempFile(folder, ".mail-", ".tmp");
        try {
            try (OutputStream out = Files.newOutputStream(unfinished)) {
                mail.writeTo(out);
            }
            return Files.move(unfinished, folder.resolve(fileName(mail)), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** A message id has no slash (see {@link DeliveryMail}); the leading character keeps it from being hidden. */
    private static String fileName(ReadyMail mail) throws MessagingException {
        String id = mail.getMessageID();
        String name = id.substring(1, id.length() - 1);
        return (name.startsWith(".") ? "_" : "") + name + ".eml";
    }
}
