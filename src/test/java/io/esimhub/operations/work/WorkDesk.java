package io.esimhub.operations.work;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.JdbcTemplate;

/** A work queue that only writes items down, for tests of other packages. */
public final class WorkDesk {

    private static final WorkProperties PROPERTIES =
            new WorkProperties(1, 1, Duration.ofSeconds(30), Duration.ofMillis(100));

    private WorkDesk() {}

    public static WorkQueue of(JdbcTemplate jdbc, Clock clock) {
        return new WorkQueue(jdbc, null, new WorkDataSerializer(new ObjectMapper()), null, PROPERTIES, clock);
    }

    /** Items of a queue that wait. */
    public static int waiting(JdbcTemplate jdbc, String queue) {
        return jdbc.queryForObject(
                "select count(*) from operations.work where convert_from(task_data, 'UTF8')::jsonb ->> 'queue' = ?",
                Integer.class,
                queue);
    }
}
