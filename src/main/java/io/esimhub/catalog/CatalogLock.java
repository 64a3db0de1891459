package io.esimhub.catalog;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** One writer of the catalog at a time, an import or a sync: they touch the same rows in different orders. */
@Component
public class CatalogLock {

    private final JdbcTemplate jdbc;

    CatalogLock(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits for the other; held until the caller's transaction ends. */
    public void take() {
        jdbc.queryForList("select pg_advisory_xact_lock(hashtext('catalog'))");
    }
}
