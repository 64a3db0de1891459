package io.esimhub.fulfillment;

import io.esimhub.model.Money;
import io.esimhub.suppliers.SupplierStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Looks at every variant of a product as it stands now, and chooses. */
@Component
class Variants {

    private static final String PRODUCT_STATUS = "select status from catalog.products where sku = ?";

    private static final String VARIANTS =
            """
            select v.id, v.supplier, v.supplier_sku, v.cost_amount, v.cost_currency, v.priority,
                v.status = 'active', s.status = 'active'
            from catalog.product_variants v join catalog.suppliers s on s.code = v.supplier
            where v.sku = ? order by v.priority, v.id""";

    /** What suppliers refused for this line since the unit was last (re)opened for choice. */
    private static final String REFUSED =
            """
            select distinct on (p.supplier, p.supplier_sku) p.supplier || ' ' || p.supplier_sku, p.outcome
            from fulfillment.purchases p
            where p.request_id = ? and p.state = 'REJECTED' and p.answered_at >= ?
            order by p.supplier, p.supplier_sku, p.id desc""";

    private final JdbcTemplate jdbc;
    private final SupplierStatus suppliers;

    Variants(JdbcTemplate jdbc, SupplierStatus suppliers) {
        this.jdbc = jdbc;
        this.suppliers = suppliers;
    }

    /** Whether the catalog sells this SKU at all, in any status. */
    boolean known(String sku) {
        return !jdbc.queryForList(PRODUCT_STATUS, String.class, sku).isEmpty();
    }

    /**
     * @param unit the first unit to be bought
     * @param onlySupplier set when this unit must not change its supplier
     */
    VariantChoice choose(Unit unit, boolean boughtBefore, Optional<String> onlySupplier) {
        Map<String, String> refused = boughtBefore ? refused(unit) : Map.of();
        List<Variant> variants = jdbc.query(
                VARIANTS,
                (row, n) -> new Variant(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        new Money(row.getBigDecimal(4), row.getString(5)),
                        row.getInt(6),
                        row.getBoolean(7),
                        row.getBoolean(8)),
                unit.sku());
        return VariantChoice.among(variants.stream()
                .map(variant -> consider(variant, refused, onlySupplier))
                .toList());
    }

    private Considered consider(Variant variant, Map<String, String> refused, Optional<String> onlySupplier) {
        if (!variant.active()) {
            return Considered.out(variant, "variant inactive");
        }
        if (!variant.supplierActive()) {
            return Considered.out(variant, "supplier inactive");
        }
        String refusal = refused.get(variant.supplier() + " " + variant.supplierSku());
        if (refusal != null) {
            return Considered.out(variant, refusal);
        }
        if (onlySupplier.isPresent() && !onlySupplier.get().equals(variant.supplier())) {
            return Considered.notNow(variant, "the order waits for " + onlySupplier.get());
        }
        return suppliers
                .obstacle(variant.supplier())
                .map(obstacle -> obstacle.passing()
                        ? Considered.notNow(variant, obstacle.text())
                        : Considered.out(variant, obstacle.text()))
                .orElseGet(() -> Considered.fit(variant));
    }

    private Map<String, String> refused(Unit unit) {
        return jdbc
                .query(
                        REFUSED,
                        (row, n) -> Map.entry(row.getString(1), row.getString(2)),
                        unit.requestId(),
                        java.sql.Timestamp.from(unit.consideredFrom()))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
