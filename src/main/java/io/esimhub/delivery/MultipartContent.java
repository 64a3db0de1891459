package io.esimhub.delivery;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.OutputStream;

/** Writes its parts itself, instead of looking up who can: that look-up is one lock for all mails of the process. */
final class MultipartContent extends DataHandler {

    private final MimeMultipart parts;

    MultipartContent(MimeMultipart parts) {
        super(parts, parts.getContentType());
        this.parts = parts;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        try {
            parts.writeTo(out);
        } catch (MessagingException e) {
            throw new IOException(e);
        }
    }
}
