package io.esimhub.catalog;

import io.esimhub.model.Money;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
                wholesale_amount, wholesale_currency, status, updated_at)
            values (?, ?, ?, ?::text[], ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (sku) do update set name = excluded.name, kind = excluded.kind, countries = excluded.countries,
                data_mb = excluded.data_mb, validity_days = excluded.validity_days, retail_amount = excluded.retail_amount,
                retail_currency = excluded.retail_currency, wholesale_amount = excluded.wholesale_amount,
                wholesale_currency = excluded.wholesale_currency, status = excluded.status, updated_at = excluded.updated_at
            where (p.name, p.kind, p.countries, p.data_mb, p.validity_days, p.retail_amount, p.retail_currency,
                p.wholesale_amount, p.wholesale_currency, p.status)
                is distinct from (excluded.name, excluded.kind, excluded.countries, excluded.data_mb, excluded.validity_days,
                excluded.retail_amount, excluded.retail_currency, excluded.wholesale_amount, excluded.wholesale_currency,
                excluded.status)
            returning xmax = 0""";

    private static final String VARIANT =
            """
            insert into catalog.product_variants as v (sku, supplier, supplier_sku, cost_amount, cost_currency, priority, status,
                updated_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (sku, supplier, supplier_sku) do update set cost_amount = excluded.cost_amount,
                cost_currency = excluded.cost_currency, priority = excluded.priority, status = excluded.status,
                updated_at = excluded.updated_at
            where (v.cost_amount, v.cost_currency, v.priority, v.status)
                is distinct from (excluded.cost_amount, excluded.cost_currency, excluded.priority, excluded.status)
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

    /** Retail orders with parked units of these products: what was wrong with them may be mended now. */
    List<Long> ordersParkedFor(List<String> skus) {
        return new ArrayList<>(jdbc.queryForList(
                """
                select distinct r.owner_order from fulfillment.requests r join fulfillment.units u on u.request_id = r.id
                where r.sku = any(?::text[]) and u.state = 'PARKED' and r.owner_kind = 'retail'""",
                Long.class,
                (Object) skus.toArray(String[]::new)));
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
