package io.esimhub.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {

    @TempDir
    private Path folder;

    private final MailComposer composer = new MailComposer("esim@hub.example");

    @Test
    void a_mail_is_one_file_of_the_same_bytes_named_after_its_message_id() throws Exception {
        ReadyMail mail = composer.compose(Mails.one());
        Path file = new Outbox(folder.resolve("new")).write(mail);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        mail.writeTo(bytes);
        assertThat(file).hasFileName("delivery-1001@hub.example.eml").hasBinaryContent(bytes.toByteArray());
    }

    @Test
    void the_same_mail_again_replaces_its_file_and_leaves_nothing_else() throws Exception {
        Outbox outbox = new Outbox(folder);
        outbox.write(composer.compose(Mails.one()));
        Path file = outbox.write(composer.compose(Mails.of(Mails.kingdom("OTHER"))));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
        assertThat(file).content().contains("OTHER");
    }

    @Test
    void no_message_id_leads_out_of_the_folder_or_hides_the_file() throws Exception {
        Path file = new Outbox(folder)
                .write(composer.compose(
                        Mails.mail("..@hub.example", "ada@traveller.example", "Ada", Mails.kingdom("X"))));
        assertThat(file).hasParent(folder).hasFileName("_..@hub.example.eml");
    }

    @Test
    void only_its_owner_may_read_it() throws Exception {
        Path file = new Outbox(folder).write(composer.compose(Mails.one()));
        assertThat(Files.getPosixFilePermissions(file))
                .isEqualTo(java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
    }
}
