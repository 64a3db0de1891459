package io.esimhub.delivery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that misbehaves on request: real sockets, and an answer of the test's choice to each command. */
final class ScriptedMailServer implements AutoCloseable {

    /** As an answer: hang up. */
    static final String HANG_UP = "hang up";

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    final AtomicInteger connections = new AtomicInteger();
    final List<String> commands = new CopyOnWriteArrayList<>();
    final List<String> mails = new CopyOnWriteArrayList<>();

    ScriptedMailServer() throws IOException {
        Thread acceptor = new Thread(this::accept, "scripted-mail-server");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    int port() {
        return server.getLocalPort();
    }

    /** @param command the first word, or {@code .} for the end of a message */
    void answer(String command, String answer) {
        answers.put(command, answer);
    }

    void hangUpOnEveryone() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
        open.clear();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                if (server.isClosed()) {
                    socket.close();
                    return;
                }
                connections.incrementAndGet();
                open.add(socket);
                Thread talker = new Thread(() -> talk(socket), "scripted-mail-connection");
                talker.setDaemon(true);
                talker.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket socket) {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            say(socket, "220 scripted");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String command = line.split("[ :]")[0];
                commands.add(line);
                String answer = answers.getOrDefault(command, command.equals("DATA") ? "354 go on" : "250 ok");
                if (answer.startsWith("354")) {
                    say(socket, answer);
                    mails.add(message(in));
                    answer = answers.getOrDefault(".", "250 taken");
                }
                if (answer.equals(HANG_UP)) {
                    return;
                }
                say(socket, answer);
            }
        } catch (IOException gone) {
            // the client left, or the test hung up
        }
    }

    private static String message(BufferedReader in) throws IOException {
        StringBuilder message = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            message.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        }
        return message.toString();
    }

    private static void say(Socket socket, String line) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    @Override
    public void close() {
        try {
            server.close();
            hangUpOnEveryone();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
