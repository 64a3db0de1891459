package io.esimhub.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Content as it travels. Encoded here and not by the mail library, which looks its encoders up anew for every part and
 * reads each part twice: that doubled the cost of a mail.
 *
 * @param encoding {@code 7bit} or {@code base64} (RFC 2045, 6)
 */
record EncodedContent(String encoding, byte[] bytes) {

    /** RFC 5322 allows 998 characters a line; a server may add a few. */
    private static final int LONGEST_LINE = 900;

    static EncodedContent binary(byte[] content) {
        return new EncodedContent("base64", Base64.getMimeEncoder().encode(content));
    }

    /** Text that needs no encoding stays readable in the file. */
    static EncodedContent text(String text) {
        String lines = text.replace("\r\n", "\n").replace("\n", "\r\n");
        return travelsAsItIs(lines)
                ? new EncodedContent("7bit", lines.getBytes(StandardCharsets.US_ASCII))
                : binary(lines.getBytes(StandardCharsets.UTF_8));
    }

    MimeBodyPart part(String contentType) throws MessagingException {
        InternetHeaders headers = new InternetHeaders();
        headers.setHeader("Content-Type", contentType);
        headers.setHeader("Content-Transfer-Encoding", encoding);
        return new MimeBodyPart(headers, bytes);
    }

    private static boolean travelsAsItIs(String lines) {
        int length = 0;
        for (int index = 0; index < lines.length(); index++) {
            char next = lines.charAt(index);
            length = next == '\n' ? 0 : length + 1;
            if (next > 126 || next == 0 || length > LONGEST_LINE) {
                return false;
            }
        }
        return true;
    }
}
