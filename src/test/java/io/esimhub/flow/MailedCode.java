package io.esimhub.flow;

import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The activation code that a customer reads in the mail's plain text. */
record MailedCode(String lpa, String smdpAddress, String matchingId) {

    private static final Pattern LPA = Pattern.compile("LPA:1\\$([^\\s$]+)\\$([A-Z0-9-]+)");

    static MailedCode of(MimeMessage mail) {
        try {
            Matcher code = LPA.matcher(plainText(mail));
            if (!code.find()) {
                throw new AssertionError("the mail shows no activation code");
            }
            return new MailedCode(code.group(), code.group(1), code.group(2));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String plainText(Part part) throws Exception {
        if (part.getContent() instanceof Multipart several) {
            for (int i = 0; i < several.getCount(); i++) {
                String text = plainText(several.getBodyPart(i));
                if (!text.isEmpty()) {
                    return text;
                }
            }
            return "";
        }
        return part.isMimeType("text/plain") ? (String) part.getContent() : "";
    }
}
