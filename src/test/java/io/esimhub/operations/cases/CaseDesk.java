package io.esimhub.operations.cases;

import java.time.Clock;
import org.springframework.jdbc.core.JdbcTemplate;

/** Cases without a context, for tests of other packages. */
public final class CaseDesk {

    private CaseDesk() {}

    public static Cases of(JdbcTemplate jdbc, Clock clock) {
        return new Cases(jdbc, clock);
    }
}
