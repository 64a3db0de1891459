package io.esimhub.delivery;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code hub.mail}.
 *
 * @param host the mail server; absent: nothing is sent by SMTP
 * @param port 465 speaks TLS from the first byte
 * @param username absent: no login
 * @param from the sender, as it stands in the From header
 * @param outbox the folder that gets each mail as {@code .eml}; absent: no files
 * @param readTimeout for each answer of the server, and for each write
 * @param starttls whether the connection must be encrypted before the login
 * @param connections kept open and used at a time, by this process
 */
@Validated
@ConfigurationProperties("hub.mail")
public record MailProperties(
        String host,
        @DefaultValue("25") @Min(1) @Max(65535) int port,
        String username,
        String password,
        @DefaultValue("eSIM Hub <esim@localhost>") @NotBlank String from,
        Path outbox,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("20s") Duration readTimeout,
        @DefaultValue("false") boolean starttls,
        @DefaultValue("8") @Min(1) int connections) {

    boolean hasServer() {
        return host != null && !host.isBlank();
    }

    boolean hasLogin() {
        return username != null && !username.isBlank();
    }

    boolean hasOutbox() {
        return outbox != null && !outbox.toString().isBlank();
    }

    @Override
    public String toString() {
        return "MailProperties[" + host + ":" + port + ", outbox " + outbox + "]";
    }
}
