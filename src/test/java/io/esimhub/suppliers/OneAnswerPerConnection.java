package io.esimhub.suppliers;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Promises to keep every connection, and closes it after the first answer: a refusal that all suppliers' formats share, or a token. */
final class OneAnswerPerConnection implements AutoCloseable {

    private static final String REFUSAL =
            answer("400 Bad Request", "{\"message\":\"no\",\"success\":false,\"errorCode\":\"200008\"}");
    private static final String TOKEN =
            answer("200 OK", "{\"data\":{\"access_token\":\"t0ken\",\"expires_in\":86400}}");

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
                String request = read(socket.getInputStream());
                boolean token = request.contains("client_credentials");
                if (!request.isEmpty()) {
                    requests.addAndGet(token ? 0 : 1);
                    socket.getOutputStream().write((token ? TOKEN : REFUSAL).getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException closed) {
                // the next one, or the end of the test
            }
        }
    }

    /** The orders of these tests end with the last of three closing brackets, a form with the last of its boundaries. */
    private static String read(InputStream in) throws IOException {
        StringBuilder read = new StringBuilder();
        for (int one = in.read(); one >= 0; one = in.read()) {
            read.append((char) one);
            String sofar = read.toString();
            if (sofar.endsWith("}]}") || sofar.endsWith("--\r\n")) {
                return sofar;
            }
        }
        return "";
    }

    private static String answer(String status, String body) {
        return "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nConnection: keep-alive\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
    }
}
