package io.esimhub.competitors;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** A web server that writes whatever bytes it likes; it has no robots.txt. */
public class RawSite implements AutoCloseable {

    /** Writes an answer, head and all; an exception ends it. */
    @FunctionalInterface
    public interface Behaviour {
        void answer(OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket server;
    private final Behaviour behaviour;
    private final AtomicLong sent = new AtomicLong();

    public RawSite(Behaviour behaviour) {
        this.behaviour = behaviour;
        try {
            server = new ServerSocket(0, 50, InetAddress.getByName("localhost"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "raw-site");
        thread.setDaemon(true);
        thread.start();
    }

    public String url() {
        return "http://localhost:" + server.getLocalPort() + "/plans";
    }

    /** Bytes of bodies that left, also those still on their way. */
    public long sent() {
        return sent.get();
    }

    public static void head(OutputStream out, String... lines) throws IOException {
        out.write(
                ("HTTP/1.1 200 OK\r\n" + String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                serve(socket);
            } catch (IOException gone) {
                // the visitor hung up, which is what is tested
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    private void serve(Socket socket) throws IOException, InterruptedException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        String request = in.readLine();
        for (String line = request; line != null && !line.isEmpty(); line = in.readLine()) {
            // the head is of no interest
        }
        OutputStream out = new Counted(socket.getOutputStream());
        if (request != null && request.contains("/robots.txt")) {
            out.write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            return;
        }
        behaviour.answer(out);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private class Counted extends OutputStream {

        private final OutputStream out;

        Counted(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            sent.incrementAndGet();
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            sent.addAndGet(length);
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }
    }
}
