package bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;

/**
 * A mail server that accepts everything (RFC 5321, without PIPELINING or any other extension), keeps its connections open,
 * and notes when it said 250. Keeps the first mail as a file, as a witness.
 */
final class MailSink implements AutoCloseable {

    private final ServerSocket server;
    private final Orders orders;
    private final Path witness;

    MailSink(int port, Orders orders, Path witness) throws IOException {
        this.server = new ServerSocket(port, 64, InetAddress.getLoopbackAddress());
        this.orders = orders;
        this.witness = witness;
    }

    void open() {
        daemon("mail-sink", this::accept);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                client.setTcpNoDelay(true);
                daemon("mail-session", new MailSession(client, orders, witness));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
