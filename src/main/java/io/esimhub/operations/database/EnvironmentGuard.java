package io.esimhub.operations.database;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps a process of one environment away from the database of another, and from databases that are not the hub's. */
record EnvironmentGuard(String environment) {

    private static final String ANOTHER_DATABASE =
            "Check spring.datasource.url and the active profile, or give the hub an empty database of its own.";

    /** @throws StartRefused unless the database is empty or marked for our environment */
    void check(JdbcClient database) {
        mark(database).ifPresentOrElse(this::refuseOther, () -> refuseForeign(database));
    }

    /** @throws StartRefused unless the database is marked for our environment */
    EnvironmentMark require(JdbcClient database) {
        EnvironmentMark mark = mark(database)
                .orElseThrow(
                        () -> new StartRefused("The database is not marked for any environment.", ANOTHER_DATABASE));
        refuseOther(mark);
        return mark;
    }

    private void refuseOther(EnvironmentMark mark) {
        if (!mark.name().equals(environment)) {
            throw new StartRefused(
                    "The database belongs to environment " + mark.name() + ", but this process runs as " + environment
                            + ".",
                    ANOTHER_DATABASE);
        }
    }

    private static void refuseForeign(JdbcClient database) {
        DatabaseContent.anything(database).ifPresent(found -> {
            throw new StartRefused(
                    "The database is not empty (it holds " + found + ") and not marked as the hub's.",
                    ANOTHER_DATABASE);
        });
    }

    private static Optional<EnvironmentMark> mark(JdbcClient database) {
        boolean marked = database.sql("select to_regclass('operations.environment') is not null")
                .query(Boolean.class)
                .single();
        return marked
                ? database.sql("select id, name from operations.environment")
                        .query(EnvironmentMark.class)
                        .optional()
                : Optional.empty();
    }
}
