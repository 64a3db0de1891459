package io.esimhub.fulfillment;

import io.esimhub.delivery.MailProperties;
import io.esimhub.operations.work.WorkItem;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The mails that this process is sending at the moment. Two events of one order may meet at its mail; only one of their runs may
 * send it.
 */
@Component
class MailsInHand {

    /** Connect, greeting, MAIL, RCPT, DATA and its end: each may take a read time-out. */
    private static final int ANSWERS_A_MAIL = 6;

    private final Set<Long> inHand = ConcurrentHashMap.newKeySet();
    private final UUID process = UUID.randomUUID();
    private final Duration patience;

    MailsInHand(MailProperties mail) {
        patience = mail.connectTimeout().plus(mail.readTimeout().multipliedBy(ANSWERS_A_MAIL));
    }

    UUID process() {
        return process;
    }

    /** When other processes may take it that this one died with the mail in its hands. */
    Instant until(Instant now) {
        return now.plus(patience);
    }

    /** @return false if another run of this process has it; else it is this run's until the run ends */
    boolean take(long delivery, WorkItem run) {
        boolean free = inHand.add(delivery);
        if (free) {
            run.atEnd(() -> inHand.remove(delivery));
        }
        return free;
    }
}
