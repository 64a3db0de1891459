package io.esimhub.sandbox.airalo;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.sandbox.SandboxJson;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The fields of a request, {@code multipart/form-data} as documented, or JSON as the vendor's own clients send it. */
record Form(Map<String, String> fields) {

    String text(String name) {
        return fields.getOrDefault(name, "");
    }

    /** Reads it; what is unreadable has no fields. */
    @Component
    static class Reader {

        private final SandboxJson json;

        Reader(SandboxJson json) {
            this.json = json;
        }

        Form read(String contentType, byte[] body) {
            boolean parts = contentType != null && contentType.toLowerCase().startsWith("multipart/form-data");
            try {
                return new Form(body == null ? Map.of() : parts ? parts(contentType, body) : object(body));
            } catch (MessagingException | IOException unreadable) {
                return new Form(Map.of());
            }
        }

        private Map<String, String> object(byte[] body) {
            Map<String, String> fields = new LinkedHashMap<>();
            json.object(body).ifPresent(tree -> tree.fields().forEachRemaining(field -> {
                JsonNode value = field.getValue();
                if (value.isValueNode() && !value.isNull()) {
                    fields.put(field.getKey(), value.asText());
                }
            }));
            return fields;
        }

        private static Map<String, String> parts(String contentType, byte[] body)
                throws MessagingException, IOException {
            Map<String, String> fields = new LinkedHashMap<>();
            MimeMultipart parts = new MimeMultipart(new ByteArrayDataSource(body, contentType));
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart part = parts.getBodyPart(i);
                String name = new ContentDisposition(part.getHeader("Content-Disposition")[0]).getParameter("name");
                fields.put(name, new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            }
            return fields;
        }
    }
}
