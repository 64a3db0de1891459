package io.esimhub.suppliers.stock;

import io.esimhub.operations.secrets.SecretVault;
import io.esimhub.suppliers.SupplierEsim;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The books of what lies on the shelf and whose it is. Every change of an item's state names the state it may come from. */
@Component
class Shelf {

    private static final String OPEN_ORDER =
            "insert into stock.orders (key, sku, quantity, at) values (?, ?, ?, ?) on conflict (key) do nothing returning id";

    private static final String ORDER_COLUMNS =
            "select o.id, o.number, o.key, o.sku, o.quantity, o.at from stock.orders o ";

    /** What ends first is sold first. All or nothing; items that another order is about to take are passed over. */
    private static final String ALLOCATE =
            """
            with free as (
                select id from stock.items
                where sku = ? and state = 'FREE' and (expires_on is null or expires_on > ?)
                order by expires_on nulls last, id
                limit ? for update skip locked
            ), taken as (
                update stock.items i set state = 'ALLOCATED', reason = null, changed_at = ?, changed_by = 'place-stock'
                from free where i.id = free.id and (select count(*) from free) = ?
                returning i.id
            )
            insert into stock.allocations (order_id, item_id, at) select ?, id, ? from taken""";

    private static final String FREE =
            """
            select w.sku, count(i.id) from unnest(?::text[]) w (sku)
            left join stock.items i on i.sku = w.sku and i.state = 'FREE' and (i.expires_on is null or i.expires_on > ?)
            group by w.sku""";

    private static final String KNOWN = "select exists (select from stock.items where sku = ?)";

    private static final String HANDED_OVER =
            """
            select a.id, i.iccid, i.apn, i.code_cipher, i.code_key, i.secrets_cipher, i.secrets_key
            from stock.allocations a join stock.items i on i.id = a.item_id
            where a.order_id = ? and a.live order by a.id""";

    private final JdbcTemplate jdbc;
    private final SecretVault vault;

    Shelf(JdbcTemplate jdbc, SecretVault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** @return empty if there is an order under this key; while another transaction is at it, this waits for its end */
    Optional<Long> open(String key, String sku, int quantity, Instant now) {
        return jdbc.queryForList(OPEN_ORDER, Long.class, key, sku, quantity, Timestamp.from(now)).stream()
                .findFirst();
    }

    /** @return whether the order got all it asked for; else it got nothing */
    boolean allocate(long order, String sku, int quantity, Instant now) {
        int taken = jdbc.update(
                ALLOCATE, sku, day(now), quantity, Timestamp.from(now), quantity, order, Timestamp.from(now));
        return taken == quantity;
    }

    /** Those that another transaction is about to take, or to leave, count as well. */
    int free(String sku, Instant now) {
        return free(List.of(sku), now).get(sku);
    }

    /** The same for many at once. */
    Map<String, Integer> free(Collection<String> skus, Instant now) {
        Map<String, Integer> free = new HashMap<>();
        jdbc.query(
                FREE,
                row -> {
                    free.put(row.getString(1), row.getInt(2));
                },
                skus.toArray(String[]::new),
                day(now));
        return free;
    }

    /** Whether there ever was any. */
    boolean knows(String sku) {
        return Boolean.TRUE.equals(jdbc.queryForObject(KNOWN, Boolean.class, sku));
    }

    Optional<StockOrder> byKey(String key) {
        return orders("where o.key = ?", key).stream().findFirst();
    }

    Optional<StockOrder> byNumber(String number) {
        return orders("where o.number = ?", number).stream().findFirst();
    }

    List<StockOrder> between(Instant from, Instant to) {
        return orders("where o.at between ? and ? order by o.id", Timestamp.from(from), Timestamp.from(to));
    }

    private List<StockOrder> orders(String which, Object... values) {
        return jdbc.query(
                ORDER_COLUMNS + which,
                (row, n) -> new StockOrder(
                        row.getLong("id"),
                        row.getString("number"),
                        row.getString("key"),
                        row.getString("sku"),
                        row.getInt("quantity"),
                        row.getTimestamp("at").toInstant()),
                values);
    }

    /**
     * What an order got and still has.
     *
     * @throws SecretsClosed if a key is gone from the settings
     */
    List<SupplierEsim> handedOver(long order) {
        return jdbc.query(HANDED_OVER, (row, n) -> SealedItem.of(row).open(vault), order);
    }

    /** Expiry dates are whole days of UTC. */
    static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }
}
