package io.esimhub.delivery;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** One open connection to the mail server. It knows its age, and how far the last mail got. Used by one thread at a time. */
final class SmtpConnection extends SMTPTransport {

    private final Instant opened;
    private Instant lastUsed;
    private boolean usedBefore;
    private boolean dataBegun;

    SmtpConnection(Session session, MailProperties server, Instant now) throws MessagingException {
        super(session, new URLName("smtp", server.host(), server.port(), null, null, null));
        connect(
                server.host(),
                server.port(),
                server.hasLogin() ? server.username() : null,
                server.hasLogin() ? server.password() : null);
        opened = now;
        lastUsed = now;
    }

    void send(Message mail, Instant now) throws MessagingException {
        dataBegun = false;
        sendMessage(mail, mail.getAllRecipients());
        lastUsed = now;
        usedBefore = true;
    }

    boolean isOlderThan(Duration age, Instant now) {
        return opened.plus(age).isBefore(now);
    }

    boolean isIdleFor(Duration time, Instant now) {
        return lastUsed.plus(time).isBefore(now);
    }

    /** The server may have closed it meanwhile: only then is a failure before the data no answer about the mail. */
    boolean wasUsedBefore() {
        return usedBefore;
    }

    /** From here on the server may have taken the mail, whatever we hear of it. */
    boolean hasBegunData() {
        return dataBegun;
    }

    @Override
    protected OutputStream data() throws MessagingException {
        dataBegun = true;
        return super.data();
    }
}
