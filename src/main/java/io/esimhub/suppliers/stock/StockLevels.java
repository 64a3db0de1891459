package io.esimhub.suppliers.stock;

import io.esimhub.model.Money;
import io.esimhub.suppliers.SupplierOffer;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How much there is of everything that ever was in stock. */
@Component("stockLevels")
class StockLevels {

    private static final String LEVELS =
            """
            select sku, min(kind) as kind,
                count(*) filter (where state = 'FREE' and (expires_on is null or expires_on > ?)) as free,
                count(*) filter (where state = 'FREE' and expires_on <= ?) as expired,
                count(*) filter (where state = 'ALLOCATED') as allocated,
                count(*) filter (where state = 'PICKED') as picked,
                count(*) filter (where state = 'SHIPPED') as shipped,
                count(*) filter (where state = 'ACTIVATED') as activated,
                count(*) filter (where state = 'RETURNED') as returned,
                count(*) filter (where state = 'WITHDRAWN') as withdrawn
            from stock.items group by sku order by sku""";

    /** The dearest of those that can be sold counts; while there is none, the dearest of all. */
    private static final String OFFERS =
            """
            select sku, min(kind) as kind, min(cost_currency) as currency,
                count(*) filter (where state = 'FREE' and (expires_on is null or expires_on > ?)) as free,
                coalesce(max(cost_amount) filter (where state = 'FREE' and (expires_on is null or expires_on > ?)),
                    max(cost_amount)) as cost
            from stock.items group by sku order by sku""";

    private final JdbcTemplate jdbc;
    private final StockProperties properties;
    private final Clock clock;

    StockLevels(JdbcTemplate jdbc, StockProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.clock = clock;
    }

    /** {@code GET /api/v1/ops/stock}. */
    public Map<String, Object> answer() {
        return Map.of("skus", all());
    }

    List<StockLevel> all() {
        Object today = Shelf.day(clock.instant());
        return jdbc.query(
                LEVELS,
                (row, n) -> {
                    String sku = row.getString("sku");
                    int free = row.getInt("free");
                    int mark = properties.lowMark(sku);
                    return new StockLevel(
                            sku,
                            row.getString("kind"),
                            free,
                            row.getInt("expired"),
                            row.getInt("allocated"),
                            row.getInt("picked"),
                            row.getInt("shipped"),
                            row.getInt("activated"),
                            row.getInt("returned"),
                            row.getInt("withdrawn"),
                            mark,
                            free <= mark);
                },
                today,
                today);
    }

    List<SupplierOffer> offers() {
        Object today = Shelf.day(clock.instant());
        return jdbc.query(
                OFFERS,
                (row, n) -> new SupplierOffer(
                        row.getString("sku"),
                        List.of(),
                        row.getString("sku") + ("sim".equals(row.getString("kind")) ? " (SIM card)" : " (eSIM)"),
                        new Money(row.getBigDecimal("cost"), row.getString("currency")),
                        // an empty shelf is no reason to take a variant off sale: the choice looks at the shelf itself
                        true,
                        List.of(),
                        Optional.empty(),
                        Optional.empty()),
                today,
                today);
    }
}
