package io.esimhub.fulfillment;

import io.esimhub.model.Money;
import io.esimhub.suppliers.SupplierAccounts;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads the variants of a product live, in one statement: no price and no pause is ever remembered. */
@Component
class OfferedVariants {

    private static final String KNOWN = "select exists (select from catalog.products where sku = ?)";

    private static final String VARIANTS =
            """
            select v.sku, v.id, v.supplier, v.supplier_sku, v.cost_amount, v.cost_currency, v.priority, v.status = 'active' as active,
                s.status = 'active' as supplier_active, v.max_quantity, v.valid_from, v.valid_to, v.countries,
                p.countries as promised, p.retail_amount, p.retail_currency, p.margin_floor,
            """
                    + SupplierAccounts.COLUMNS
                    + """
                , y.id as recovery_id, y.backup_at, y.started_at, y.matching_at
            from catalog.product_variants v
            join catalog.products p on p.sku = v.sku
            join catalog.suppliers s on s.code = v.supplier
            left join suppliers.accounts a on a.supplier = v.supplier
            left join fulfillment.recoveries y on y.released_at is null
            where v.sku""";

    private static final String OF_ONE = VARIANTS + " = ? order by v.priority, v.id";

    private static final String OF_MANY = VARIANTS + " = any (?::text[]) order by v.priority, v.id";

    private final JdbcTemplate jdbc;

    OfferedVariants(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the catalog has this SKU at all, in any status. */
    boolean known(String sku) {
        return Boolean.TRUE.equals(jdbc.queryForObject(KNOWN, Boolean.class, sku));
    }

    List<Offered> of(String sku) {
        return jdbc.query(OF_ONE, OfferedVariants::offered, sku);
    }

    Map<String, List<Offered>> of(Collection<String> skus) {
        return jdbc
                .query(OF_MANY, (row, number) -> Map.entry(row.getString("sku"), offered(row, number)), (Object)
                        skus.toArray(String[]::new))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Offered offered(ResultSet row, int number) throws SQLException {
        return new Offered(
                variant(row),
                texts(row, "promised"),
                row.getString("retail_currency") == null
                        ? Optional.empty()
                        : Optional.of(new Money(row.getBigDecimal("retail_amount"), row.getString("retail_currency"))),
                Optional.ofNullable(row.getBigDecimal("margin_floor")),
                SupplierAccounts.account(row),
                recovery(row));
    }

    private static Optional<Recovery> recovery(ResultSet row) throws SQLException {
        return row.getObject("recovery_id") == null
                ? Optional.empty()
                : Optional.of(new Recovery(
                        row.getLong("recovery_id"),
                        row.getTimestamp("backup_at").toInstant(),
                        row.getTimestamp("started_at").toInstant(),
                        instant(row, "matching_at")));
    }

    private static Variant variant(ResultSet row) throws SQLException {
        return new Variant(
                row.getLong("id"),
                row.getString("supplier"),
                row.getString("supplier_sku"),
                new Money(row.getBigDecimal("cost_amount"), row.getString("cost_currency")),
                row.getInt("priority"),
                row.getBoolean("active"),
                row.getBoolean("supplier_active"),
                new VariantLimits(
                        Optional.ofNullable(row.getObject("max_quantity", Integer.class)),
                        instant(row, "valid_from"),
                        instant(row, "valid_to"),
                        texts(row, "countries")));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
