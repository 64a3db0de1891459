package io.esimhub.delivery;

import java.nio.file.Path;
import java.time.Duration;

final class TestMailProperties {

    private TestMailProperties() {}

    static MailProperties server(int port, Path outbox) {
        return new MailProperties(
                "127.0.0.1",
                port,
                null,
                null,
                "eSIM Hub <esim@hub.example>",
                outbox,
                Duration.ofSeconds(2),
                Duration.ofMillis(700),
                false,
                2);
    }

    static MailProperties noServer(Path outbox) {
        return new MailProperties(
                null,
                25,
                null,
                null,
                "eSIM Hub <esim@hub.example>",
                outbox,
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                false,
                2);
    }
}
