package io.esimhub.flow;

import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.util.ArrayList;
import java.util.List;

/** Mails as their readers see them. */
final class Mails {

    private Mails() {}

    /** The plain and the HTML form. */
    static List<String> texts(Part part) throws Exception {
        List<String> texts = new ArrayList<>();
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                texts.addAll(texts(parts.getBodyPart(i)));
            }
        } else if (part.isMimeType("text/*")) {
            texts.add((String) part.getContent());
        }
        return texts;
    }
}
