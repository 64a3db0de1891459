package io.esimhub.catalog.sync;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.model.Money;
import java.sql.Array;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Offers and variants in the database. */
@Component
class SyncBooks {

    private static final String KNOWN =
            """
            select supplier_sku, other_names, cost_amount, cost_currency, available, vanished_at is not null
            from catalog.supplier_offers where supplier = ? order by supplier_sku""";

    private static final String VARIANTS =
            """
            select v.id, v.sku, v.supplier_sku, v.cost_amount, v.cost_currency, v.status = 'active', v.withdrawn_at is not null,
                case when v.countries = '{}' then p.countries else v.countries end, p.data_mb, p.validity_days
            from catalog.product_variants v join catalog.products p on p.sku = v.sku
            where v.supplier = ? order by v.id for update of v""";

    private static final String OFFERS =
            """
            insert into catalog.supplier_offers as o (supplier, supplier_sku, other_names, name, cost_amount, cost_currency,
                available, countries, data_bytes, data_base, validity_days, first_seen, last_seen)
            select ?, l.sku, l.others, l.name, l.amount, l.currency, l.available, l.countries, l.bytes, l.base, l.days, ?, ?
            from jsonb_to_recordset(?::jsonb) as l (sku text, others text[], name text, amount numeric, currency text,
                available boolean, countries text[], bytes bigint, base text, days integer)
            on conflict (supplier, supplier_sku) do update set other_names = excluded.other_names, name = excluded.name,
                cost_amount = excluded.cost_amount, cost_currency = excluded.cost_currency, available = excluded.available,
                countries = excluded.countries, data_bytes = excluded.data_bytes, data_base = excluded.data_base,
                validity_days = excluded.validity_days, last_seen = excluded.last_seen, vanished_at = null""";

    private static final String VANISHED =
            """
            update catalog.supplier_offers set vanished_at = ?, available = false
            where supplier = ? and supplier_sku = any(?::text[])""";

    private static final String COST =
            "update catalog.product_variants set cost_amount = ?, updated_at = ? where id = ?";

    private static final String HISTORY =
            """
            insert into catalog.cost_history (variant_id, old_amount, new_amount, currency, run_id, at)
            values (?, ?, ?, ?, ?, ?)""";

    private static final String WITHDRAW =
            """
            update catalog.product_variants set status = 'inactive', withdrawn_at = ?, updated_at = ?
            where id = ? and status = 'active'""";

    private static final String RESTORE =
            """
            update catalog.product_variants set status = 'active', withdrawn_at = null, updated_at = ?
            where id = ? and withdrawn_at is not null""";

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    SyncBooks(JdbcTemplate jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    List<KnownOffer> known(String supplier) {
        return jdbc.query(
                KNOWN,
                (row, n) -> new KnownOffer(
                        row.getString(1),
                        texts(row.getArray(2)),
                        new Money(row.getBigDecimal(3), row.getString(4)),
                        row.getBoolean(5),
                        row.getBoolean(6)),
                supplier);
    }

    /** Locked until the transaction ends. */
    List<LinkedVariant> variants(String supplier) {
        return jdbc.query(
                VARIANTS,
                (row, n) -> new LinkedVariant(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        new Money(row.getBigDecimal(4), row.getString(5)),
                        row.getBoolean(6),
                        row.getBoolean(7),
                        new Promise(
                                texts(row.getArray(8)),
                                Optional.ofNullable(row.getObject(9, Integer.class)),
                                Optional.ofNullable(row.getObject(10, Integer.class)))),
                supplier);
    }

    void write(SyncRun run, SyncPlan plan) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.update(
                OFFERS,
                run.supplier(),
                now,
                now,
                SyncReport.json(plan.offers().stream().map(OfferRow::of).toList(), json));
        jdbc.update(VANISHED, now, run.supplier(), plan.vanished().toArray(String[]::new));
        plan.costs().forEach(cost -> price(run, cost, now));
        plan.withdrawn().forEach(variant -> jdbc.update(WITHDRAW, now, now, variant.id()));
        plan.restored().forEach(variant -> jdbc.update(RESTORE, now, variant.id()));
    }

    private void price(SyncRun run, SyncPlan.NewCost cost, Timestamp now) {
        LinkedVariant variant = cost.variant();
        jdbc.update(COST, cost.cost().amount(), now, variant.id());
        jdbc.update(
                HISTORY,
                variant.id(),
                variant.cost().amount(),
                cost.cost().amount(),
                cost.cost().currency(),
                run.id(),
                now);
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
