package io.esimhub.delivery;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/** Makes the mail out of what it has to say. Built once: the file and the mail server get the same bytes. */
final class MailComposer {

    /** RFC 5322, 3.3. */
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Session session = Session.getInstance(new Properties());
    private final MailTemplates templates = new MailTemplates();
    private final MailParts parts = new MailParts(new QrCode());
    private final InternetAddress from;

    /** @throws IllegalArgumentException if the setting {@code hub.mail.from} is no address */
    MailComposer(String from) {
        try {
            this.from = new InternetAddress(from, true);
        } catch (AddressException notOne) {
            throw new IllegalArgumentException("hub.mail.from is not a mail address: " + from, notOne);
        }
    }

    /** @throws RecipientRefused if the recipient is no address */
    ReadyMail compose(DeliveryMail mail) throws MessagingException, IOException {
        RecipientAddress recipient = RecipientAddress.parse(mail.recipient())
                .orElseThrow(() -> new RecipientRefused("the recipient is not a mail address"));
        MailView view = MailView.of(mail);
        MimeMessage draft = new Draft(session, mail.messageId());
        draft.setHeader("Date", DATE.format(mail.date()));
        draft.setFrom(from);
        draft.setRecipient(Message.RecipientType.TO, recipient.named(name(mail)));
        draft.setSubject(view.subject(), StandardCharsets.UTF_8.name());
        // RFC 3834: no out-of-office notes in return
        draft.setHeader("Auto-Submitted", "auto-generated");
        draft.setDataHandler(
                new MultipartContent(parts.body(templates.plain(view), templates.html(view), view.esims())));
        draft.saveChanges();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(32 * 1024);
        draft.writeTo(bytes);
        return new ReadyMail(session, bytes.toByteArray());
    }

    private static Optional<String> name(DeliveryMail mail) {
        return mail.customerName()
                .map(OneLine::of)
                .filter(name -> !name.isBlank())
                .map(OneLine::text);
    }

    /** Keeps our Message-ID where the library would make one up. */
    private static final class Draft extends MimeMessage {

        private final String messageId;

        Draft(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + messageId + ">");
        }
    }
}
