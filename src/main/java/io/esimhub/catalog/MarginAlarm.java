package io.esimhub.catalog;

import io.esimhub.model.Money;
import io.esimhub.operations.cases.CaseReport;
import io.esimhub.operations.cases.Cases;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** A case for every variant on sale whose margin is below its floor, for as long as it is. */
@Component
public class MarginAlarm {

    private static final String KIND = "margin";

    private static final String ON_SALE =
            """
            select v.id, v.sku, v.supplier, v.supplier_sku, v.cost_amount, v.cost_currency, p.retail_amount, p.retail_currency,
                p.margin_floor
            from catalog.product_variants v
            join catalog.products p on p.sku = v.sku
            join catalog.suppliers s on s.code = v.supplier
            where v.status = 'active' and p.status = 'active' and s.status = 'active'
            order by v.id""";

    private static final String ALARMED =
            "select subject from operations.cases where kind = 'margin' and state = 'OPEN' order by subject";

    private final JdbcTemplate jdbc;
    private final MarginRules rules;
    private final Cases cases;

    MarginAlarm(JdbcTemplate jdbc, MarginRules rules, Cases cases) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.cases = cases;
    }

    /**
     * Looks at the whole catalog, in the caller's transaction; the caller holds the catalog's lock.
     *
     * @param by who changed it
     */
    public void look(String by) {
        Set<String> low = new HashSet<>();
        for (Priced variant : jdbc.query(ON_SALE, MarginAlarm::priced)) {
            if (rules.judge(variant.price(), variant.cost(), variant.floor()) instanceof Margin.BelowFloor below) {
                low.add(variant.subject());
                cases.open(CaseReport.of(KIND, "BELOW_FLOOR", variant.subject()).failed(0, variant.says(below)));
            }
        }
        List<String> alarmed = jdbc.queryForList(ALARMED, String.class);
        alarmed.stream()
                .filter(subject -> !low.contains(subject))
                .forEach(subject -> cases.close(KIND, subject, by, "the margin is not below its floor any more"));
    }

    private static Priced priced(ResultSet row, int number) throws SQLException {
        BigDecimal retail = row.getBigDecimal(7);
        return new Priced(
                row.getLong(1),
                row.getString(2) + " by " + row.getString(3) + " " + row.getString(4),
                new Money(row.getBigDecimal(5), row.getString(6)),
                retail == null ? Optional.empty() : Optional.of(new Money(retail, row.getString(8))),
                Optional.ofNullable(row.getBigDecimal(9)));
    }

    private record Priced(long id, String what, Money cost, Optional<Money> price, Optional<BigDecimal> floor) {

        String subject() {
            return "variant:" + id;
        }

        String says(Margin.BelowFloor below) {
            return what + " costs " + cost + " and sells for " + price.orElseThrow() + ": "
                    + below.percent().toPlainString() + " % remain, the floor is "
                    + below.floor().stripTrailingZeros().toPlainString() + " %";
        }
    }
}
