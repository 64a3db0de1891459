package io.esimhub.operations.database;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What lies in a database that no one has marked. */
final class DatabaseContent {

    /**
     * Tables, views, sequences and functions of people: not of the system and not of an extension. Flyway's own table does
     * not count: it is left behind alone when the very first migration is interrupted.
     */
    private static final String ONE_OBJECT =
            """
            select n.nspname || '.' || o.name
              from (select oid, relnamespace as namespace, relname as name from pg_class where relkind in ('r', 'p', 'v', 'm', 'S', 'f')
                     union all
                    select oid, pronamespace, proname from pg_proc) o
              join pg_namespace n on n.oid = o.namespace
             where n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%'
               and o.name <> 'flyway_schema_history'
               and not exists (select from pg_depend d where d.objid = o.oid and d.deptype = 'e')
             order by 1
             limit 1
            """;

    private DatabaseContent() {}

    /** The name of something in the database, empty if there is nothing. */
    static Optional<String> anything(JdbcClient database) {
        return database.sql(ONE_OBJECT).query(String.class).optional();
    }
}
