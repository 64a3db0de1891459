package io.esimhub.operations.database;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The role and the database inside the embedded server. The hub does not work as superuser. */
record HubDatabase(DataSource superuser) {

    static final String NAME = "esimhub";

    void createIfAbsent() {
        createUnless(
                "select exists (select from pg_roles where rolname = '" + NAME + "')",
                "create role " + NAME + " login");
        createUnless(
                "select exists (select from pg_database where datname = '" + NAME + "')",
                "create database " + NAME + " owner " + NAME);
    }

    private void createUnless(String exists, String create) {
        JdbcClient jdbc = JdbcClient.create(superuser);
        if (!jdbc.sql(exists).query(Boolean.class).single()) {
            jdbc.sql(create).update();
        }
    }
}
