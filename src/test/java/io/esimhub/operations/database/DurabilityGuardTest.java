package io.esimhub.operations.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.esimhub.testing.FreshDatabase;
import io.esimhub.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@ExtendWith(FreshDatabase.class)
class DurabilityGuardTest {

    private final DurabilityGuard guard = new DurabilityGuard(true);

    @Test
    void aServerWithoutFsyncIsRefused(JdbcClient forgetful) {
        assertThatThrownBy(() -> guard.check(forgetful))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("fsync = off");
    }

    @Test
    void testsMaySwitchTheGuardOff(JdbcClient forgetful) {
        assertThatCode(() -> new DurabilityGuard(false).check(forgetful)).doesNotThrowAnyException();
    }

    @Test
    void aDurableServerIsRefusedWhenOurOwnConnectionsDoNotWaitForTheDisk(@TempDir Path folder) {
        try (EmbeddedServer durable = TestServers.start(folder)) {
            TestServers.jdbc(durable)
                    .sql("alter role esimhub set synchronous_commit = off")
                    .update();

            assertThatThrownBy(() -> guard.check(TestServers.jdbc(durable)))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("synchronous_commit = off");
        }
    }

    @Test
    void theGuardAsksTheServerAndNotTheSettings(TestDatabase forgetful) {
        JdbcClient boasting = JdbcClient.create(new DriverManagerDataSource(
                forgetful.jdbcUrl() + "?options=-c%20synchronous_commit=on", TestDatabase.USER, ""));

        assertThatThrownBy(() -> guard.check(boasting)).isInstanceOf(StartRefused.class);
    }
}
