package io.esimhub.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Import;

class MailSettingsTest {

    private final ApplicationContextRunner hub = new ApplicationContextRunner()
            .withBean(Clock.class, Clock::systemUTC)
            .withUserConfiguration(Delivery.class);

    @Test
    void nothing_set_means_no_server_no_files_and_the_documented_defaults() {
        hub.run(context -> {
            MailProperties mail = context.getBean(MailProperties.class);
            assertThat(mail.hasServer()).isFalse();
            assertThat(mail.hasOutbox()).isFalse();
            assertThat(mail.from()).isEqualTo("eSIM Hub <esim@localhost>");
            assertThat(mail.connectTimeout()).isEqualTo(Duration.ofSeconds(5));
            assertThat(mail.readTimeout()).isEqualTo(Duration.ofSeconds(20));
            assertThat(mail.connections()).isEqualTo(8);
            assertThat(context.getBean(PooledMailSender.class).hasServer()).isFalse();
        });
    }

    @Test
    void an_empty_outbox_turns_files_off() {
        hub.withPropertyValues("hub.mail.outbox=")
                .run(context ->
                        assertThat(context.getBean(Outbox.class).folder()).isNull());
        hub.withPropertyValues("hub.mail.outbox=data/outbox")
                .run(context ->
                        assertThat(context.getBean(Outbox.class).folder()).isEqualTo(Path.of("data/outbox")));
    }

    @Test
    void a_sender_that_is_no_address_stops_the_start_and_no_password_is_shown() {
        hub.withPropertyValues("hub.mail.from=not an address", "hub.mail.password=hush")
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageNotContaining("hush"));
        hub.withPropertyValues("hub.mail.host=mail.example", "hub.mail.password=hush")
                .run(context -> assertThat(context.getBean(MailProperties.class).toString())
                        .doesNotContain("hush"));
    }

    @Import(DeliveryConfiguration.class)
    @EnableConfigurationProperties(MailProperties.class)
    static class Delivery {}
}
