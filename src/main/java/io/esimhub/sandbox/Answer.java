package io.esimhub.sandbox;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** What a supplier says: a status, a content type and bytes. */
public record Answer(int status, String contentType, byte[] body) {

    public static Answer json(int status, byte[] body) {
        return new Answer(status, "application/json", body);
    }

    public static Answer text(int status, String contentType, String body) {
        return new Answer(status, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    /** As a controller gives it back. */
    public ResponseEntity<byte[]> entity() {
        return ResponseEntity.status(status)
                .contentType(MediaType.parseMediaType(contentType))
                .body(body);
    }

    /** As a filter writes it. */
    public void writeTo(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType(contentType);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
