package io.esimhub.orders;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Which lines are ours: known to the catalog in any status, or named like one of ours. The others stay with the channel. */
@Component
class LineOwnership {

    private static final String KNOWN = "select sku from catalog.products where sku = any(?::text[])";

    private final JdbcTemplate jdbc;
    private final CatalogRules rules;

    LineOwnership(JdbcTemplate jdbc, CatalogRules rules) {
        this.jdbc = jdbc;
        this.rules = rules;
    }

    /** The SKUs among these that are ours. */
    Set<String> ours(List<SnapshotLine> lines) {
        String[] skus = lines.stream()
                .map(SnapshotLine::sku)
                .flatMap(Optional::stream)
                .distinct()
                .toArray(String[]::new);
        Set<String> ours = new HashSet<>(jdbc.queryForList(KNOWN, String.class, (Object) skus));
        for (String sku : skus) {
            if (rules.skuPattern().matcher(sku).find()) {
                ours.add(sku);
            }
        }
        return ours;
    }
}
