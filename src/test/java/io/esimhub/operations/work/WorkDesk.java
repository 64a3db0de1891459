package io.esimhub.operations.work;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** A work queue that only writes items down, for tests of other packages. */
public final class WorkDesk {

    private static final WorkProperties PROPERTIES =
            new WorkProperties(1, 1, Duration.ofSeconds(30), Duration.ofMillis(100));

    private WorkDesk() {}

    public static WorkQueue of(JdbcTemplate jdbc, Clock clock) {
        return new WorkQueue(jdbc, null, new WorkDataSerializer(new ObjectMapper()), null, PROPERTIES, clock);
    }

    /** An item as it is handed to its route. */
    public static WorkItem item(String queue, String key, String payload) {
        return new WorkItem(queue, key, new WorkData(queue, payload, 0, false), false, null);
    }

    /** Items of a queue that wait, in the order of their names. */
    public static List<WorkItem> waiting(JdbcTemplate jdbc, String queue) {
        return jdbc.query(
                """
                select task_instance, convert_from(task_data, 'UTF8')::jsonb ->> 'payload' as payload from operations.work
                where convert_from(task_data, 'UTF8')::jsonb ->> 'queue' = ? order by task_instance""",
                (row, number) -> item(queue, row.getString("task_instance"), row.getString("payload")),
                queue);
    }

    public static void done(JdbcTemplate jdbc, WorkItem item) {
        jdbc.update("delete from operations.work where task_instance = ?", item.key());
    }
}
