package io.esimhub.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.NoSuchElementException;
import org.apache.camel.component.mail.DefaultJavaMailSender;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;

/**
 * Sends for Camel's mail component over connections that stay open; its own sender opens one for every mail. A mail is
 * tried again here only where it cannot have reached the server: on a connection that was used before and turns out to
 * be gone before the message's data began.
 */
final class PooledMailSender extends DefaultJavaMailSender implements AutoCloseable {

    private static final Duration LONGEST_IDLE = Duration.ofSeconds(60);

    private final MailProperties server;
    private final Clock clock;
    private final SmtpConnections connections;
    private final GenericObjectPool<SmtpConnection> pool;

    PooledMailSender(MailProperties server, Clock clock) {
        this.server = server;
        this.clock = clock;
        this.connections = new SmtpConnections(server, clock);
        this.pool = new GenericObjectPool<>(connections, size(server));
    }

    private static GenericObjectPoolConfig<SmtpConnection> size(MailProperties server) {
        GenericObjectPoolConfig<SmtpConnection> size = new GenericObjectPoolConfig<>();
        size.setMaxTotal(server.connections());
        size.setMaxIdle(server.connections());
        size.setMaxWait(server.readTimeout());
        size.setTestOnBorrow(true);
        size.setMinEvictableIdleDuration(LONGEST_IDLE);
        size.setTimeBetweenEvictionRuns(LONGEST_IDLE.dividedBy(4));
        size.setJmxNamePrefix("smtp");
        return size;
    }

    /** Whether there is a server to send to; the route asks. */
    public boolean hasServer() {
        return server.hasServer();
    }

    /**
     * @throws RecipientRefused if the server will never take this recipient
     * @throws MessagingException for every other failure; its text holds nothing of the customer's
     */
    @Override
    public void send(MimeMessage mail) throws MessagingException {
        SmtpConnection connection = borrow();
        while (!sent(mail, connection)) {
            connection = borrow();
        }
    }

    /** @return false if the connection was gone before the mail could begin; it is out of the pool then */
    private boolean sent(MimeMessage mail, SmtpConnection connection) throws MessagingException {
        try {
            connection.send(mail, clock.instant());
        } catch (MessagingException failure) {
            boolean wasGone = connection.wasUsedBefore() && !connection.hasBegunData() && !connection.isConnected();
            discard(connection);
            if (wasGone) {
                return false;
            }
            throw SmtpFailure.of(failure, connection.hasBegunData());
        }
        pool.returnObject(connection);
        return true;
    }

    private SmtpConnection borrow() throws MessagingException {
        try {
            return pool.borrowObject();
        } catch (MessagingException failure) {
            throw SmtpFailure.of(failure, false);
        } catch (NoSuchElementException allBusy) {
            throw new MessagingException("all connections to the mail server are busy");
        } catch (Exception failure) {
            throw new MessagingException("no connection to the mail server", failure);
        }
    }

    private void discard(SmtpConnection connection) {
        try {
            pool.invalidateObject(connection);
        } catch (Exception broken) {
            // it is out of the pool, and why it broke is told by the failure that led here
        }
    }

    @Override
    public void close() {
        pool.close();
        connections.close();
    }
}
