package io.esimhub.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * A mail server that outlives the hub and keeps what it has accepted. It can act at the very moment after its 250, which is what
 * ready-made ones cannot.
 */
final class MailServer implements AutoCloseable {

    private final ServerSocket socket;
    private final List<AcceptedMail> accepted = new CopyOnWriteArrayList<>();
    private final AtomicReference<Runnable> atNextAcceptance = new AtomicReference<>();

    private MailServer(ServerSocket socket) {
        this.socket = socket;
    }

    static MailServer start() {
        try {
            MailServer server = new MailServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            daemon("mail-server", server::serve);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Mails that were answered with 250, oldest first. */
    List<AcceptedMail> accepted() {
        return List.copyOf(accepted);
    }

    /** Runs right after the next 250 was sent, before anything else happens in that conversation. */
    void atNextAcceptance(Runnable action) {
        atNextAcceptance.set(action);
    }

    private void serve() {
        Consumer<AcceptedMail> afterAcceptance = mail -> {
            accepted.add(mail);
            Runnable action = atNextAcceptance.getAndSet(null);
            if (action != null) {
                action.run();
            }
        };
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                daemon("mail-client", () -> MailConversation.hold(client, afterAcceptance));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
