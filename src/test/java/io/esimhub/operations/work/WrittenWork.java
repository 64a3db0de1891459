package io.esimhub.operations.work;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import org.springframework.jdbc.core.JdbcTemplate;

/** A queue that only writes down: nobody runs its items. */
public final class WrittenWork {

    private WrittenWork() {}

    public static WorkQueue in(JdbcTemplate jdbc, Clock clock) {
        return new WorkQueue(jdbc, null, new WorkDataSerializer(new ObjectMapper()), null, null, clock);
    }
}
