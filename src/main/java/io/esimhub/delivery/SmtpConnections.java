package io.esimhub.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.apache.commons.pool2.BasePooledObjectFactory;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.DefaultPooledObject;

/** Opens, checks and closes connections for the pool. */
final class SmtpConnections extends BasePooledObjectFactory<SmtpConnection> implements AutoCloseable {

    /** Servers close idle connections, Postfix after 5 minutes; asking costs a round trip, so not before each mail. */
    private static final Duration TRUSTED = Duration.ofSeconds(5);

    private static final Duration LONGEST_LIFE = Duration.ofMinutes(10);

    private final MailProperties server;
    private final Clock clock;
    private final Session session;

    /** Ends writes that take too long; otherwise every connection has a thread of its own for that. */
    private final ScheduledThreadPoolExecutor writeTimeouts =
            new ScheduledThreadPoolExecutor(1, run -> daemon(run, "mail-write-timeouts"));

    SmtpConnections(MailProperties server, Clock clock) {
        this.server = server;
        this.clock = clock;
        writeTimeouts.setRemoveOnCancelPolicy(true);
        Properties settings = settings(server);
        settings.put("mail.smtp.executor.writetimeout", writeTimeouts);
        this.session = Session.getInstance(settings);
    }

    private static Thread daemon(Runnable run, String name) {
        Thread thread = new Thread(run, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        writeTimeouts.shutdownNow();
    }

    @Override
    public SmtpConnection create() throws MessagingException {
        return new SmtpConnection(session, server, clock.instant());
    }

    @Override
    public PooledObject<SmtpConnection> wrap(SmtpConnection connection) {
        return new DefaultPooledObject<>(connection);
    }

    /** {@code isConnected} sends a NOOP. */
    @Override
    public boolean validateObject(PooledObject<SmtpConnection> pooled) {
        SmtpConnection connection = pooled.getObject();
        return !connection.isOlderThan(LONGEST_LIFE, clock.instant())
                && (!connection.isIdleFor(TRUSTED, clock.instant()) || connection.isConnected());
    }

    @Override
    public void destroyObject(PooledObject<SmtpConnection> pooled) throws MessagingException {
        pooled.getObject().close();
    }

    private static Properties settings(MailProperties server) {
        Properties settings = new Properties();
        settings.setProperty("mail.smtp.connectiontimeout", millis(server.connectTimeout()));
        settings.setProperty("mail.smtp.timeout", millis(server.readTimeout()));
        settings.setProperty("mail.smtp.writetimeout", millis(server.readTimeout()));
        settings.setProperty("mail.smtp.auth", String.valueOf(server.hasLogin()));
        settings.setProperty("mail.smtp.ssl.enable", String.valueOf(server.port() == 465));
        settings.setProperty("mail.smtp.starttls.enable", String.valueOf(server.starttls()));
        settings.setProperty("mail.smtp.starttls.required", String.valueOf(server.starttls()));
        settings.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        // a QUIT is a courtesy; waiting for its answer would hold up a sender whose connection is dead
        settings.setProperty("mail.smtp.quitwait", "false");
        settings.put("mail.smtp.socketFactory", new PromptSockets());
        // a connection that fails is not tried again with a socket of the library's own
        settings.setProperty("mail.smtp.socketFactory.fallback", "false");
        return settings;
    }

    private static String millis(Duration time) {
        return String.valueOf(time.toMillis());
    }
}
