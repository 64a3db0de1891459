package io.esimhub.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.esimhub.testing.MovedClock;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections are kept, lost ones replaced, and no mail is sent a second time from here. */
class PooledMailSenderTest {

    private final MovedClock clock = new MovedClock(Mails.DATE);
    private ScriptedMailServer server;
    private PooledMailSender sender;
    private ReadyMail mail;

    @BeforeEach
    void start() throws Exception {
        server = new ScriptedMailServer();
        sender = new PooledMailSender(TestMailProperties.server(server.port(), null), clock);
        mail = new MailComposer("eSIM Hub <esim@hub.example>").compose(Mails.one());
    }

    @AfterEach
    void stop() {
        sender.close();
        server.close();
    }

    @Test
    void one_connection_carries_many_mails() throws Exception {
        for (int i = 0; i < 5; i++) {
            sender.send(mail);
        }
        assertThat(server.mails).hasSize(5);
        assertThat(server.connections).hasValue(1);
        assertThat(server.commands).as("a connection just used is trusted").doesNotContain("NOOP");
    }

    @Test
    void the_server_gets_the_ready_bytes_to_the_last_one() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        mail.writeTo(bytes);
        sender.send(mail);
        assertThat(server.mails).containsExactly(bytes.toString(StandardCharsets.US_ASCII));
    }

    @Test
    void a_connection_that_was_idle_is_asked_first() throws Exception {
        sender.send(mail);
        clock.move(Duration.ofSeconds(6));
        sender.send(mail);
        assertThat(server.commands).contains("NOOP");
        assertThat(server.connections).hasValue(1);
    }

    @Test
    void a_connection_that_died_while_idle_is_replaced() throws Exception {
        sender.send(mail);
        server.hangUpOnEveryone();
        clock.move(Duration.ofSeconds(6));
        sender.send(mail);
        assertThat(server.mails).hasSize(2);
        assertThat(server.connections).hasValue(2);
    }

    @Test
    void so_is_one_that_died_the_moment_before() throws Exception {
        sender.send(mail);
        server.hangUpOnEveryone();
        sender.send(mail);
        assertThat(server.mails).hasSize(2);
        assertThat(server.connections).hasValue(2);
    }

    @Test
    void an_old_connection_is_closed_though_it_still_works() throws Exception {
        sender.send(mail);
        clock.move(Duration.ofMinutes(11));
        sender.send(mail);
        assertThat(server.connections).hasValue(2);
    }

    @Test
    void a_mail_whose_answer_was_lost_is_not_sent_again_even_on_a_used_connection() throws Exception {
        sender.send(mail);
        server.answer(".", ScriptedMailServer.HANG_UP);
        assertThatThrownBy(() -> sender.send(mail))
                .isInstanceOf(MessagingException.class)
                .isNotInstanceOf(RecipientRefused.class)
                .hasMessageContaining("after the message was begun");
        assertThat(server.mails).hasSize(2);
    }

    @Test
    void nor_is_one_that_the_server_does_not_answer_in_time() {
        server.answer("DATA", "354 go on");
        server.answer(".", "250-still thinking");
        assertThatThrownBy(() -> sender.send(mail)).isInstanceOf(MessagingException.class);
        assertThat(server.mails).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"550 5.1.1", "551 5.1.6", "553 5.1.3"})
    void a_recipient_refused_for_good_is_told_apart_and_not_named(String codes) {
        server.answer("RCPT", codes + " <ada@traveller.example>: no such user ada");
        assertThatThrownBy(() -> sender.send(mail))
                .isInstanceOf(RecipientRefused.class)
                .hasMessage("the mail server refuses this recipient (" + codes + ")")
                .hasNoCause();
        assertThat(server.mails).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL, 451 4.3.0 busy ada@traveller.example",
        "MAIL, 550 5.7.1 sender refused ada@traveller.example",
        "RCPT, 450 4.2.0 greylisted ada@traveller.example",
        "RCPT, 554 5.7.1 relaying of ada@traveller.example denied",
        "DATA, 451 4.3.0 ada@traveller.example",
        "., 452 4.3.1 disk full for ada@traveller.example",
        "., 550 5.7.0 spam to ada@traveller.example"
    })
    void every_other_answer_is_for_later_and_its_text_names_nobody(String command, String answer) {
        server.answer(command, answer);
        assertThatThrownBy(() -> sender.send(mail))
                .isNotInstanceOf(RecipientRefused.class)
                .isInstanceOfSatisfying(MessagingException.class, failure -> assertThat(failure)
                        .hasMessageContaining(answer.substring(0, 9))
                        .hasMessageNotContaining("ada")
                        .hasNoCause());
        assertThat(server.connections).hasValue(1);
    }

    @Test
    void a_greylisted_mail_on_a_used_connection_is_not_tried_again_at_once() throws Exception {
        sender.send(mail);
        server.answer("RCPT", "450 4.2.0 later");
        assertThatThrownBy(() -> sender.send(mail)).isInstanceOf(MessagingException.class);
        assertThat(server.commands.stream().filter(line -> line.startsWith("RCPT")))
                .hasSize(2);
    }

    @Test
    void after_a_failure_the_next_mail_goes_out() throws Exception {
        server.answer("RCPT", "450 4.2.0 later");
        assertThatThrownBy(() -> sender.send(mail)).isInstanceOf(MessagingException.class);
        server.answer("RCPT", "250 ok");
        sender.send(mail);
        assertThat(server.mails).hasSize(1);
    }

    @Test
    void a_server_that_is_down_is_for_later() {
        server.close();
        assertThatThrownBy(() -> sender.send(mail))
                .isInstanceOf(MessagingException.class)
                .isNotInstanceOf(RecipientRefused.class)
                .hasMessageContaining("before the message");
    }
}
