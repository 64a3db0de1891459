package io.esimhub.suppliers;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Promises to keep every connection, and closes it after the first answer: a refusal that both suppliers' formats share. */
final class OneAnswerPerConnection implements AutoCloseable {

    private static final String BODY = "{\"message\":\"no\",\"success\":false,\"errorCode\":\"200008\"}";
    private static final String ANSWER = "HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\n"
            + "Connection: keep-alive\r\nContent-Length: " + BODY.length() + "\r\n\r\n" + BODY;

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getByName("localhost"));
    private final AtomicInteger requests = new AtomicInteger();

    OneAnswerPerConnection() throws IOException {
        Thread thread = new Thread(this::serve, "one-answer-per-connection");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    int requests() {
        return requests.get();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                // the orders of these tests end with the last of three closing brackets
                if (readUntil(socket.getInputStream(), "}]}")) {
                    requests.incrementAndGet();
                    socket.getOutputStream().write(ANSWER.getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException closed) {
                // the next one, or the end of the test
            }
        }
    }

    private static boolean readUntil(InputStream in, String end) throws IOException {
        StringBuilder read = new StringBuilder();
        for (int one = in.read(); one >= 0; one = in.read()) {
            read.append((char) one);
            if (read.toString().endsWith(end)) {
                return true;
            }
        }
        return false;
    }
}
