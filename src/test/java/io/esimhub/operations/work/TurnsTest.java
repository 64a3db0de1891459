package io.esimhub.operations.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.esimhub.testing.TestDatabase;
import io.esimhub.testing.TestDatabases;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whose turn it is, on a real PostgreSQL. */
class TurnsTest {

    private final TestDatabase database = TestDatabases.create();
    private final Turns turns = new Turns(new JdbcTemplate(database.dataSource()));

    @AfterEach
    void dropTheDatabase() {
        database.close();
    }

    @Test
    void aReasonNotToWaitEndsThePauseOfThatTurnAlone() {
        turns.take("allocations one", Duration.ofHours(1));
        turns.take("allocations other", Duration.ofHours(1));
        assertThat(turns.take("allocations one", Duration.ofHours(1))).isFalse();

        turns.now("allocations one");

        assertThat(turns.take("allocations other", Duration.ofHours(1))).isFalse();
        assertThat(turns.take("allocations one", Duration.ofHours(1))).isTrue();
        assertThat(turns.take("allocations one", Duration.ofHours(1))).isFalse();
    }

    @Test
    void aTurnThatNobodyTookYetIsNobodysAfterwardsEither() {
        turns.now("never taken");

        assertThat(turns.take("never taken", Duration.ofHours(1))).isTrue();
    }
}
