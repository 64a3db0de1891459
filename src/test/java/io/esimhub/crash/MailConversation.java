package io.esimhub.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;

/** One client's conversation with the mail server (RFC 5321, as far as the hub speaks it). */
final class MailConversation {

    private final BufferedReader in;
    private final OutputStream out;
    private final Consumer<AcceptedMail> afterAcceptance;
    private String recipient;

    private MailConversation(BufferedReader in, OutputStream out, Consumer<AcceptedMail> afterAcceptance) {
        this.in = in;
        this.out = out;
        this.afterAcceptance = afterAcceptance;
    }

    static void hold(Socket client, Consumer<AcceptedMail> afterAcceptance) {
        try (client) {
            client.setTcpNoDelay(true);
            new MailConversation(
                            new BufferedReader(
                                    new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1)),
                            client.getOutputStream(),
                            afterAcceptance)
                    .talk();
        } catch (IOException gone) {
            // the client was killed
        }
    }

    private void talk() throws IOException {
        say("220 crash-test");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
            switch (verb) {
                case "RCPT" -> {
                    recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                    say("250 OK");
                }
                case "DATA" -> take();
                case "QUIT" -> {
                    say("221 bye");
                    return;
                }
                default -> say("250 OK");
            }
        }
    }

    private void take() throws IOException {
        say("354 go on");
        StringBuilder message = new StringBuilder();
        for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) {
                return;
            }
            message.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        }
        AcceptedMail mail = new AcceptedMail(recipient, message.toString().getBytes(StandardCharsets.ISO_8859_1));
        say("250 kept");
        afterAcceptance.accept(mail);
    }

    private void say(String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
