package io.esimhub.delivery;

import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimePart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** A mail as its reader's client takes it apart. */
record OpenedMail(MimeMessage message, String plain, String html, Map<String, byte[]> pictures) {

    static OpenedMail of(MimeMessage any) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        any.writeTo(bytes);
        return of(bytes.toByteArray());
    }

    static OpenedMail of(byte[] bytes) throws Exception {
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
        List<Part> leaves = new ArrayList<>();
        collect(message, leaves);
        Map<String, byte[]> pictures = new LinkedHashMap<>();
        for (Part part : leaves.subList(2, leaves.size())) {
            pictures.put(((MimePart) part).getContentID(), part.getInputStream().readAllBytes());
        }
        return new OpenedMail(
                message,
                (String) leaves.get(0).getContent(),
                (String) leaves.get(1).getContent(),
                pictures);
    }

    /** As a client shows it: every {@code cid:} replaced by its picture. */
    String shown() {
        String shown = html;
        for (Map.Entry<String, byte[]> picture : pictures.entrySet()) {
            String id = picture.getKey().substring(1, picture.getKey().length() - 1);
            shown = shown.replace(
                    "cid:" + id, "data:image/png;base64," + Base64.getEncoder().encodeToString(picture.getValue()));
        }
        return shown;
    }

    private static void collect(Part part, List<Part> leaves) throws Exception {
        if (part.getContent() instanceof Multipart several) {
            for (int index = 0; index < several.getCount(); index++) {
                collect(several.getBodyPart(index), leaves);
            }
        } else {
            leaves.add(part);
        }
    }
}
