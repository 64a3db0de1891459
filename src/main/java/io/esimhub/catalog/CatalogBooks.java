package io.esimhub.catalog;

import io.esimhub.model.Money;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Merges entries into the catalog. Each statement answers true for a new row, false for a changed one, nothing for the same. */
@Component
class CatalogBooks {

    private static final String SUPPLIER =
            """
            insert into catalog.suppliers as s (code, name, status, updated_at) values (?, ?, ?, ?)
            on conflict (code) do update set name = excluded.name, status = excluded.status, updated_at = excluded.updated_at
            where (s.name, s.status) is distinct from (excluded.name, excluded.status)
            returning xmax = 0""";

    private static final String PRODUCT =
            """
            insert into catalog.products as p (sku, name, kind, countries, data_mb, validity_days, retail_amount, retail_currency,
                wholesale_amount, wholesale_currency, margin_floor, status, updated_at)
            values (?, ?, ?, ?::text[], ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (sku) do update set name = excluded.name, kind = excluded.kind, countries = excluded.countries,
                data_mb = excluded.data_mb, validity_days = excluded.validity_days, retail_amount = excluded.retail_amount,
                retail_currency = excluded.retail_currency, wholesale_amount = excluded.wholesale_amount,
                wholesale_currency = excluded.wholesale_currency, margin_floor = excluded.margin_floor, status = excluded.status, updated_at = excluded.updated_at
            where (p.name, p.kind, p.countries, p.data_mb, p.validity_days, p.retail_amount, p.retail_currency,
                p.wholesale_amount, p.wholesale_currency, p.margin_floor, p.status)
                is distinct from (excluded.name, excluded.kind, excluded.countries, excluded.data_mb, excluded.validity_days,
                excluded.retail_amount, excluded.retail_currency, excluded.wholesale_amount, excluded.wholesale_currency,
                excluded.margin_floor, excluded.status)
            returning xmax = 0""";

    /** Whoever sends a variant decides about it: what the sync had withdrawn is the sync's no more. */
    private static final String VARIANT =
            """
            insert into catalog.product_variants as v (sku, supplier, supplier_sku, cost_amount, cost_currency, priority, status,
                max_quantity, valid_from, valid_to, countries, updated_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::text[], ?)
            on conflict (sku, supplier, supplier_sku) do update set cost_amount = excluded.cost_amount,
                cost_currency = excluded.cost_currency, priority = excluded.priority, status = excluded.status,
                max_quantity = excluded.max_quantity, valid_from = excluded.valid_from, valid_to = excluded.valid_to,
                countries = excluded.countries, withdrawn_at = null, updated_at = excluded.updated_at
            where (v.cost_amount, v.cost_currency, v.priority, v.status, v.max_quantity, v.valid_from, v.valid_to, v.countries,
                v.withdrawn_at)
                is distinct from (excluded.cost_amount, excluded.cost_currency, excluded.priority, excluded.status,
                excluded.max_quantity, excluded.valid_from, excluded.valid_to, excluded.countries, null::timestamptz)
            returning xmax = 0""";

    private static final String TIER_PRICE =
            """
            insert into catalog.product_price_tiers as t (sku, tier, min_quantity, unit_amount, currency, updated_at)
            values (?, ?, ?, ?, ?, ?)
            on conflict (sku, tier, min_quantity, currency) do update set unit_amount = excluded.unit_amount,
                updated_at = excluded.updated_at
            where t.unit_amount is distinct from excluded.unit_amount
            returning xmax = 0""";

    private final JdbcTemplate jdbc;
    private final Clock clock;

    CatalogBooks(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Set<String> supplierCodes() {
        return new HashSet<>(jdbc.queryForList("select code from catalog.suppliers", String.class));
    }

    boolean isEmpty() {
        return !Boolean.TRUE.equals(jdbc.queryForObject("select exists (select from catalog.products)", Boolean.class));
    }

    Optional<Boolean> merge(CatalogFile.Supplier supplier) {
        return write(SUPPLIER, supplier.code(), supplier.name(), supplier.status(), now());
    }

    Optional<Boolean> merge(CatalogFile.Product product) {
        return write(
                PRODUCT,
                product.sku(),
                product.name(),
                product.kind(),
                product.countries().toArray(String[]::new),
                product.dataMb().orElse(null),
                product.validityDays().orElse(null),
                amount(product.retailPrice()),
                currency(product.retailPrice()),
                amount(product.wholesalePrice()),
                currency(product.wholesalePrice()),
                product.marginFloor().orElse(null),
                product.status(),
                now());
    }

    Optional<Boolean> merge(String sku, CatalogFile.Variant variant) {
        return write(
                VARIANT,
                sku,
                variant.supplier(),
                variant.supplierSku(),
                variant.cost().amount(),
                variant.cost().currency(),
                variant.priority(),
                variant.status(),
                variant.maxQuantity().orElse(null),
                variant.validFrom().map(Timestamp::from).orElse(null),
                variant.validTo().map(Timestamp::from).orElse(null),
                variant.countries().toArray(String[]::new),
                now());
    }

    Optional<Boolean> merge(String sku, CatalogFile.TierPrice price) {
        return write(
                TIER_PRICE,
                sku,
                price.tier(),
                price.minQuantity(),
                price.unitPrice().amount(),
                price.unitPrice().currency(),
                now());
    }

    private Optional<Boolean> write(String statement, Object... values) {
        return jdbc.queryForList(statement, Boolean.class, values).stream().findFirst();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static BigDecimal amount(Optional<Money> money) {
        return money.map(Money::amount).orElse(null);
    }

    private static String currency(Optional<Money> money) {
        return money.map(Money::currency).orElse(null);
    }
}
