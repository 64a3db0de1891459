package io.esimhub.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.SharedByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A finished mail: the bytes that the file and the mail server get, to the last one. Nothing can be changed any more,
 * so no one who handles it gives it another Message-ID or encodes it anew.
 */
final class ReadyMail extends MimeMessage {

    private final byte[] bytes;

    ReadyMail(Session session, byte[] bytes) throws MessagingException {
        super(session, new SharedByteArrayInputStream(bytes));
        this.bytes = bytes;
    }

    @Override
    public void writeTo(OutputStream out, String[] ignoredHeaders) throws IOException {
        out.write(bytes);
    }

    /** Not the content: Camel and its consoles print bodies, and this one holds activation codes. */
    @Override
    public Object getContent() {
        return toString();
    }

    @Override
    public void saveChanges() {
        // the bytes are final
    }

    @Override
    public String toString() {
        return "ReadyMail[" + bytes.length + " bytes]";
    }
}
