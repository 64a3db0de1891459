package bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One client's conversation with the sink. */
final class MailSession implements Runnable {

    private final Socket client;
    private final Orders orders;
    private final Path witness;
    private final List<String> recipients = new ArrayList<>();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
    private InputStream in;
    private OutputStream out;

    MailSession(Socket client, Orders orders, Path witness) {
        this.client = client;
        this.orders = orders;
        this.witness = witness;
    }

    @Override
    public void run() {
        try (client) {
            in = new BufferedInputStream(client.getInputStream(), 16384);
            out = client.getOutputStream();
            say("220 sink.example.com ready");
            while (readLine()) {
                if (!answer(line.toString(StandardCharsets.US_ASCII))) {
                    return;
                }
            }
        } catch (IOException gone) {
            // the hub closes idle connections
        }
    }

    private boolean answer(String command) throws IOException {
        String verb = command.split(" ")[0].toUpperCase();
        switch (verb) {
            case "EHLO", "HELO" -> say("250 sink.example.com");
            case "MAIL", "RSET" -> {
                recipients.clear();
                say("250 ok");
            }
            case "RCPT" -> {
                recipients.add(command.substring(command.indexOf('<') + 1, command.indexOf('>')));
                say("250 ok");
            }
            case "DATA" -> {
                say("354 go on");
                receive();
            }
            case "NOOP" -> say("250 ok");
            case "QUIT" -> {
                say("221 bye");
                return false;
            }
            default -> say("502 not here");
        }
        return true;
    }

    /** Until a line with a single dot; a line that began with a dot was sent with one more (RFC 5321, 4.5.2). */
    private void receive() throws IOException {
        boolean keep = !Files.exists(witness);
        ByteArrayOutputStream mail = new ByteArrayOutputStream();
        while (readLine()) {
            byte[] bytes = line.toByteArray();
            boolean dotted = bytes.length > 0 && bytes[0] == '.';
            if (dotted && bytes.length == 1) {
                if (keep) {
                    Files.write(witness, mail.toByteArray());
                }
                say("250 taken");
                long now = System.nanoTime();
                recipients.forEach(recipient -> orders.mailed(recipient, now));
                return;
            }
            if (keep) {
                mail.write(bytes, dotted ? 1 : 0, bytes.length - (dotted ? 1 : 0));
                mail.writeBytes(new byte[] {'\r', '\n'});
            }
        }
    }

    /** A line ends with CR LF, and with nothing else. */
    private boolean readLine() throws IOException {
        line.reset();
        int before = -1;
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (before == '\r' && next == '\n') {
                return true;
            }
            if (before == '\r') {
                line.write('\r');
            }
            if (next != '\r') {
                line.write(next);
            }
            before = next;
        }
        return false;
    }

    private void say(String answer) throws IOException {
        out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}
