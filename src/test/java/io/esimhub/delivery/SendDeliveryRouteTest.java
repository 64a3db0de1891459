package io.esimhub.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.esimhub.testing.MovedClock;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The route {@code send-delivery} against a real mail server. */
class SendDeliveryRouteTest {

    @TempDir
    private Path outbox;

    private final GreenMail mailServer = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final MovedClock clock = new MovedClock(Mails.DATE);
    private CamelContext camel;
    private PooledMailSender sender;

    @AfterEach
    void stop() {
        if (camel != null) {
            camel.stop();
            sender.close();
        }
        mailServer.stop();
    }

    @Test
    void a_mail_arrives_once_and_its_file_has_the_same_bytes() throws Exception {
        mailServer.start();
        start(TestMailProperties.server(mailServer.getSmtp().getPort(), outbox));
        Path file = outbox.resolve("delivery-1001@hub.example.eml");

        assertThat(send(Mails.one())).isEqualTo(new DeliveryOutcome.Sent(Mails.DATE, Optional.of(file), true));

        assertThat(mailServer.getReceivedMessages()).hasSize(1);
        MimeMessage arrived = mailServer.getReceivedMessages()[0];
        assertThat(arrived.getMessageID()).isEqualTo("<delivery-1001@hub.example>");
        assertThat(withoutTrace(arrived)).isEqualTo(Files.readString(file));
        assertThat(QrCodeTest.read(
                        OpenedMail.of(arrived).pictures().values().iterator().next()))
                .isEqualTo("LPA:1$rsp.example.com$K2-1AB2CD-3EF4GH");
    }

    @Test
    void mails_go_on_after_the_mail_server_was_restarted() throws Exception {
        mailServer.start();
        int port = mailServer.getSmtp().getPort();
        start(TestMailProperties.server(port, null));
        send(Mails.one());
        mailServer.stop();
        GreenMail restarted = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        restarted.start();
        try {
            assertThat(send(Mails.one())).isInstanceOf(DeliveryOutcome.Sent.class);
            assertThat(restarted.getReceivedMessages()).hasSize(1);
        } finally {
            restarted.stop();
        }
    }

    @Test
    void without_a_server_the_file_is_the_delivery() throws Exception {
        start(TestMailProperties.noServer(outbox));
        assertThat(send(Mails.one())).isInstanceOfSatisfying(DeliveryOutcome.Sent.class, sent -> {
            assertThat(sent.smtp()).isFalse();
            assertThat(sent.file()).hasValueSatisfying(file -> assertThat(file).isNotEmptyFile());
        });
    }

    @Test
    void without_an_outbox_there_is_no_file() throws Exception {
        mailServer.start();
        start(TestMailProperties.server(mailServer.getSmtp().getPort(), null));
        assertThat(send(Mails.one())).isEqualTo(new DeliveryOutcome.Sent(Mails.DATE, Optional.empty(), true));
    }

    @Test
    void an_address_that_is_none_is_refused_without_a_word_to_the_server() throws Exception {
        try (ScriptedMailServer server = new ScriptedMailServer()) {
            start(TestMailProperties.server(server.port(), outbox));
            assertThat(send(Mails.to("nobody at all", Mails.kingdom("X"))))
                    .isEqualTo(new DeliveryOutcome.AddressRefused("the recipient is not a mail address"));
            assertThat(server.connections).hasValue(0);
            assertThat(outbox).isEmptyDirectory();
        }
    }

    @Test
    void an_address_that_the_server_refuses_is_an_outcome() throws Exception {
        try (ScriptedMailServer server = new ScriptedMailServer()) {
            server.answer("RCPT", "550 5.1.1 unknown");
            start(TestMailProperties.server(server.port(), null));
            assertThat(send(Mails.one()))
                    .isEqualTo(
                            new DeliveryOutcome.AddressRefused("the mail server refuses this recipient (550 5.1.1)"));
        }
    }

    @Test
    void a_server_that_is_down_is_thrown_to_the_caller() throws Exception {
        mailServer.start();
        int port = mailServer.getSmtp().getPort();
        mailServer.stop();
        start(TestMailProperties.server(port, null));
        assertThatThrownBy(() -> send(Mails.one())).isInstanceOf(MessagingException.class);
    }

    @Test
    void a_caller_that_redelivers_does_not_make_this_route_send_twice() throws Exception {
        try (ScriptedMailServer server = new ScriptedMailServer()) {
            server.answer(".", ScriptedMailServer.HANG_UP);
            start(TestMailProperties.server(server.port(), null));
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    errorHandler(defaultErrorHandler().maximumRedeliveries(3).redeliveryDelay(1));
                    from("direct:caller").to("direct:send-delivery");
                }
            });
            Exchange done = camel.createFluentProducerTemplate()
                    .withBody(Mails.one())
                    .to("direct:caller")
                    .send();
            assertThat(done.getException()).isInstanceOf(MessagingException.class);
            assertThat(server.mails).hasSize(1);
        }
    }

    @Test
    void headers_of_the_caller_change_nothing_and_do_not_come_back() throws Exception {
        mailServer.start();
        start(TestMailProperties.server(mailServer.getSmtp().getPort(), null));
        Exchange done = camel.createFluentProducerTemplate()
                .withBody(Mails.one())
                .withHeaders(Map.of(
                        "mail.smtp.host", "elsewhere.example",
                        "To", "thief@elsewhere.example",
                        "Subject", "Other",
                        "CamelBeanMethodName", "toString"))
                .to("direct:send-delivery")
                .send();
        assertThat(done.getMessage().getBody()).isInstanceOf(DeliveryOutcome.Sent.class);
        assertThat(done.getMessage().getHeaders()).isEmpty();
        assertThat(mailServer.getReceivedMessages()[0].getSubject()).startsWith("Your eSIM for order #1001");
    }

    private void start(MailProperties mail) throws Exception {
        camel = new DefaultCamelContext();
        sender = new PooledMailSender(mail, clock);
        camel.getRegistry().bind("mailComposer", new MailComposer(mail.from()));
        camel.getRegistry().bind("mailOutbox", new Outbox(mail.outbox()));
        camel.getRegistry().bind("pooledMailSender", sender);
        camel.getRegistry().bind("deliveryReceipt", new DeliveryReceipt(clock, mail.hasServer()));
        PluginHelper.getRoutesLoader(camel)
                .loadRoutes(ResourceHelper.resolveResource(camel, "classpath:routes/delivery/send-delivery.yaml"));
        camel.start();
    }

    private DeliveryOutcome send(DeliveryMail mail) throws Exception {
        Exchange done = camel.createFluentProducerTemplate()
                .withBody(mail)
                .to("direct:send-delivery")
                .send();
        if (done.getException() != null) {
            throw done.getException();
        }
        return done.getMessage().getBody(DeliveryOutcome.class);
    }

    /** Without what the server adds on top, and with the last line's end, which GreenMail drops. */
    private static String withoutTrace(MimeMessage arrived) throws Exception {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        arrived.writeTo(bytes);
        String text = bytes.toString(java.nio.charset.StandardCharsets.ISO_8859_1);
        return text.substring(text.indexOf("Date: Wed, 1 Jul 2026")) + "\r\n";
    }
}
