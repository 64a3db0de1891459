package io.esimhub.operations.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.esimhub.operations.web.Bodies;
import io.esimhub.operations.web.Problem;
import io.esimhub.testing.FreshDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

@ExtendWith(FreshDatabase.class)
class CaseClosingTest {

    private final JdbcTemplate jdbc;
    private final CaseClosing closing;

    CaseClosingTest(DataSource database) {
        jdbc = new JdbcTemplate(database);
        closing = new CaseClosing(jdbc, Bodies.reader(), Clock.systemUTC());
    }

    @ParameterizedTest
    @ValueSource(strings = {"data-request", "late-success", "reconciliation-run"})
    void whatIsDoneOutsideTheHubIsClosedByWhoeverDidItWithAReason(String kind) {
        String open = open(kind);

        assertThatThrownBy(() -> close(open, "{}")).isInstanceOf(Problem.class);
        assertThat(state(open)).isEqualTo("OPEN");
        close(open, "{\"reason\": \"seen at the channel\"}");

        assertThat(state(open)).isEqualTo("CLOSED");
        assertThatThrownBy(() -> close(open, "{\"reason\": \"again\"}")).isInstanceOf(Problem.class);
    }

    @Test
    void whatClosesWhenItIsMendedIsNotClosedByHand() {
        String open = open("dead-letter");

        assertThatThrownBy(() -> close(open, "{\"reason\": \"enough of it\"}"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("closes when it is mended");
        assertThat(state(open)).isEqualTo("OPEN");
    }

    private void close(String id, String body) {
        closing.close(id, body.getBytes(StandardCharsets.UTF_8), "ops");
    }

    private String open(String kind) {
        CaseDesk.of(jdbc, Clock.systemUTC())
                .open(CaseReport.of(kind, "BY_A_TEST", kind).failed(1, "why"));
        return jdbc.queryForObject("select id::text from operations.cases where kind = ?", String.class, kind);
    }

    private String state(String id) {
        return jdbc.queryForObject("select state from operations.cases where id = ?", String.class, Long.valueOf(id));
    }
}
