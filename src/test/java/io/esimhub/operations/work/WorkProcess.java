package io.esimhub.operations.work;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.operations.cases.Cases;
import io.esimhub.operations.sql.LastWrites;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The work queue as one process of the hub has it: own threads and handlers, a table that is shared. */
final class WorkProcess implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    WorkProcess(DataSource database) {
        context.registerBean(DataSource.class, () -> database);
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(database));
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.registerBean(WorkDataSerializer.class, () -> new WorkDataSerializer(new ObjectMapper()));
        context.registerBean(
                WorkProperties.class, () -> new WorkProperties(4, 8, Duration.ofSeconds(30), Duration.ofMillis(100)));
        context.register(
                LastWrites.class,
                Cases.class,
                WorkHandlers.class,
                RetryDecision.class,
                WorkRunner.class,
                ImmediateRuns.class,
                WorkQueue.class,
                WorkScheduler.class);
        context.refresh();
    }

    WorkQueue queue() {
        return context.getBean(WorkQueue.class);
    }

    void handle(String queueName, WorkHandler handler) {
        context.getBean(WorkHandlers.class).put(queueName, handler);
    }

    void start() {
        context.getBean(WorkScheduler.class).startWhenRoutesRun();
    }

    @Override
    public void close() {
        context.close();
    }
}
