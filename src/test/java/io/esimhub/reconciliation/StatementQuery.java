package io.esimhub.reconciliation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Asks for the statement as its route does, whose parameters have Camel's # in their names. */
final class StatementQuery {

    private StatementQuery() {}

    static JsonNode of(JdbcTemplate jdbc, LocalDate day, Map<String, Object> asked) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("from", Timestamp.from(day.atStartOfDay(ZoneOffset.UTC).toInstant()));
        parameters.put(
                "to",
                Timestamp.from(day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()));
        parameters.put("supplier", null);
        parameters.put("verdict", null);
        parameters.put("after", null);
        parameters.put("limit", 200);
        parameters.putAll(asked);
        try {
            String sql = new ClassPathResource("sql/reconciliation/statement.sql")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .replaceAll("(?m)^--.*$", "")
                    .replace(":#", ":");
            return new ObjectMapper()
                    .readTree(new NamedParameterJdbcTemplate(jdbc).queryForObject(sql, parameters, String.class));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
