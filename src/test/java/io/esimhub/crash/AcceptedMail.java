package io.esimhub.crash;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mail that was answered with 250. */
record AcceptedMail(String recipient, byte[] bytes) {

    private static final Pattern CODE = Pattern.compile("LPA:1\\$[^$\\s]+\\$([^$\\s]+)");

    /** Without the angle brackets. */
    String messageId() {
        try {
            return message().getMessageID().replaceAll("[<>]", "");
        } catch (MessagingException e) {
            throw new AssertionError("a mail without a Message-ID", e);
        }
    }

    /** The matching ids of the eSIMs in it. */
    Set<String> codes() {
        try {
            Set<String> codes = new TreeSet<>();
            Matcher matcher = CODE.matcher(plainText(message()));
            while (matcher.find()) {
                codes.add(matcher.group(1));
            }
            return codes;
        } catch (MessagingException | IOException e) {
            throw new AssertionError("a mail that cannot be read", e);
        }
    }

    private MimeMessage message() throws MessagingException {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
    }

    private static String plainText(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/plain")) {
            return part.getContent().toString();
        }
        StringBuilder text = new StringBuilder();
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart child = parts.getBodyPart(i);
                text.append(plainText(child));
            }
        }
        return text.toString();
    }
}
