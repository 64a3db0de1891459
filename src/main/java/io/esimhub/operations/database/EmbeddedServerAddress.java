package io.esimhub.operations.database;

import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/** The server listens on this machine only and trusts who can reach it there; there is no password to keep. */
record EmbeddedServerAddress(String jdbcUrl) implements JdbcConnectionDetails {

    @Override
    public String getJdbcUrl() {
        return jdbcUrl;
    }

    @Override
    public String getUsername() {
        return HubDatabase.NAME;
    }

    @Override
    public String getPassword() {
        return "";
    }
}
