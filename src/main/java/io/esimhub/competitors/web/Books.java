package io.esimhub.competitors.web;

import io.esimhub.competitors.MonitorPart;
import io.esimhub.competitors.store.Statement;
import io.esimhub.competitors.store.Store;
import io.esimhub.competitors.store.StoreDown;
import io.esimhub.operations.web.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The books for those who wait at HTTP: when they are away, that is said as a problem. */
@MonitorPart
class Books {

    private static final Duration RETRY = Duration.ofSeconds(30);

    private final Store store;

    Books(Store store) {
        this.store = store;
    }

    List<Map<String, Object>> read(String statement, Object... params) {
        try {
            return store.query(Statement.of(statement, params));
        } catch (StoreDown down) {
            throw Problem.unavailable("monitor-down", down.getMessage(), RETRY);
        }
    }
}
