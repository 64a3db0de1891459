package io.esimhub.operations.secrets;

import io.esimhub.operations.cases.CaseReport;
import io.esimhub.operations.cases.Cases;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Cases of kind {@code secrets}: a row that nobody can read, a key that rows need and the settings lack. They close by themselves. */
@Component
class SecretCases {

    private static final String KIND = "secrets";
    private static final String BY = "rotate-secrets";
    private static final String OPEN =
            "select subject from operations.cases where kind = ? and reason = ? and state = 'OPEN'";

    private final JdbcTemplate jdbc;
    private final Cases cases;

    SecretCases(JdbcTemplate jdbc, Cases cases) {
        this.jdbc = jdbc;
        this.cases = cases;
    }

    void unreadable(SealedColumns columns, SealedRow row) {
        cases.open(CaseReport.of(KIND, "UNREADABLE", columns.name() + ":" + row.id())
                .failed(
                        1,
                        "The row does not open with its key \"" + row.key()
                                + "\": it was changed, or the key's value was."
                                + " It was left as it is. Restore the row or the key; the case closes by itself."));
    }

    /** @param counts of all columns */
    void missingKeys(List<KeyRows> counts, Collection<String> known) {
        Map<String, Long> missing = counts.stream()
                .filter(count -> !known.contains(count.key()))
                .collect(Collectors.groupingBy(KeyRows::key, Collectors.summingLong(KeyRows::rows)));
        missing.forEach((key, rows) -> cases.open(CaseReport.of(KIND, "KEY_MISSING", "key:" + key)
                .failed(
                        1,
                        rows + " secrets need a key that hub.security.activation-codes.keys does not have."
                                + " They cannot be mailed or shown until it is there again.")));
        openOnes("KEY_MISSING")
                .filter(subject -> !missing.containsKey(subject.substring("key:".length())))
                .forEach(subject -> cases.close(KIND, subject, BY, "no secret needs it, or it is there again"));
    }

    /** Rows that are encrypted with the active key by now, or gone. */
    void closeReadable(SealedRows rows, String activeKey) {
        openOnes("UNREADABLE").forEach(subject -> {
            int colon = subject.lastIndexOf(':');
            String column = subject.substring(0, colon);
            long id = Long.parseLong(subject.substring(colon + 1));
            boolean over = rows.columns().stream()
                    .filter(columns -> columns.name().equals(column))
                    .allMatch(columns ->
                            rows.keyOf(columns, id).map(activeKey::equals).orElse(true));
            if (over) {
                cases.close(KIND, subject, BY, "encrypted with the active key, or gone");
            }
        });
    }

    private java.util.stream.Stream<String> openOnes(String reason) {
        return jdbc.queryForList(OPEN, String.class, KIND, reason).stream();
    }
}
