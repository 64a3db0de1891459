package io.esimhub.operations.database;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A 2xx promises that an order is on disk. A server that only says so would make the promise a lie. */
record DurabilityGuard(boolean required) {

    private static final List<String> SETTINGS = List.of("fsync", "full_page_writes", "synchronous_commit");

    /** @throws StartRefused if the server may forget what it has acknowledged */
    void check(JdbcClient database) {
        if (required) {
            SETTINGS.forEach(setting -> refuseIfOff(database, setting));
        }
    }

    private static void refuseIfOff(JdbcClient database, String setting) {
        String value = database.sql("select current_setting(:setting)")
                .param("setting", setting)
                .query(String.class)
                .single();
        if ("off".equals(value)) {
            throw new StartRefused(
                    "The database runs with " + setting
                            + " = off: orders that were acknowledged could be lost in a power failure.",
                    "Set " + setting + " = on at the server, its role and its database. (For tests only:"
                            + " hub.database.require-durability=false)");
        }
    }
}
