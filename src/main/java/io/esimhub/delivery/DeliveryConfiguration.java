package io.esimhub.delivery;

import jakarta.mail.util.StreamProvider;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The classes that {@code routes/delivery} calls by name. */
@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration {

    /**
     * Jakarta Mail looks for its implementation on the whole class path, several times for every mail, unless this
     * system property of its names it: that was more than half of the time it took to build one.
     */
    DeliveryConfiguration() {
        System.getProperties()
                .putIfAbsent(StreamProvider.class.getName(), "org.eclipse.angus.mail.util.MailStreamProvider");
    }

    @Bean
    MailComposer mailComposer(MailProperties mail) {
        return new MailComposer(mail.from());
    }

    @Bean
    Outbox mailOutbox(MailProperties mail) {
        return new Outbox(mail.hasOutbox() ? mail.outbox() : null);
    }

    @Bean
    PooledMailSender pooledMailSender(MailProperties mail, Clock clock) {
        return new PooledMailSender(mail, clock);
    }

    @Bean
    DeliveryReceipt deliveryReceipt(MailProperties mail, Clock clock) {
        return new DeliveryReceipt(clock, mail.hasServer());
    }
}
