package io.esimhub.operations.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Bytes to the port and bytes back, for requests that no client library would send. */
final class RawSocket implements AutoCloseable {

    private final Socket socket;

    RawSocket(int port) throws IOException {
        socket = new Socket("localhost", port);
        socket.setSoTimeout(15_000);
    }

    OutputStream out() throws IOException {
        return socket.getOutputStream();
    }

    RawSocket send(String text) throws IOException {
        out().write(text.getBytes(StandardCharsets.ISO_8859_1));
        out().flush();
        return this;
    }

    /** All that comes until the server closes. */
    String answer() throws IOException {
        var all = new ByteArrayOutputStream();
        byte[] buffer = new byte[4096];
        int read;
        while ((read = socket.getInputStream().read(buffer)) >= 0) {
            all.write(buffer, 0, read);
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
