package io.esimhub.orders;

import io.esimhub.operations.sql.Query;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Which lines are ours: known to the catalog in any status, or named like one of ours. The others stay with the channel. */
@Component
class LineOwnership {

    private static final String KNOWN =
            "select p.sku from unnest(?::text[]) wanted join catalog.products p on p.sku = wanted";

    private final JdbcTemplate jdbc;
    private final CatalogRules rules;

    LineOwnership(JdbcTemplate jdbc, CatalogRules rules) {
        this.jdbc = jdbc;
        this.rules = rules;
    }

    /** The SKUs among these that are ours. */
    Set<String> ours(List<SnapshotLine> lines) {
        return ours(lines, jdbc.queryForList(KNOWN, String.class, (Object) skus(lines)));
    }

    /** The SKUs among these that the catalog knows. */
    Query<String> known(List<SnapshotLine> lines) {
        return Query.of(KNOWN, (row, n) -> row.getString(1), (Object) skus(lines));
    }

    /** @param known those among them that the catalog knows */
    Set<String> ours(List<SnapshotLine> lines, List<String> known) {
        Set<String> ours = new HashSet<>(known);
        for (String sku : skus(lines)) {
            if (rules.skuPattern().matcher(sku).find()) {
                ours.add(sku);
            }
        }
        return ours;
    }

    private static String[] skus(List<SnapshotLine> lines) {
        return lines.stream()
                .map(SnapshotLine::sku)
                .flatMap(Optional::stream)
                .distinct()
                .toArray(String[]::new);
    }
}
