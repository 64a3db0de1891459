package io.esimhub.fulfillment.life;

import io.esimhub.fulfillment.OrderRef;
import io.esimhub.suppliers.EsimReference;
import io.esimhub.suppliers.EsimStatus.Stage;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The books of lives. */
@Component
class LifeBooks {

    private static final String SOLD =
            """
            select e.id, e.supplier, e.supplier_esim_id, e.iccid, p.supplier_order, p.supplier_sku, r.owner_kind, r.owner_order, u.ordinal
            from fulfillment.esims e
            join fulfillment.purchases p on p.id = e.purchase_id
            join fulfillment.units u on u.id = e.unit_id
            join fulfillment.requests r on r.id = u.request_id
            where e.id = ?""";

    private static final String LOCK =
            """
            select stage, installed_at, activated_at, used_bytes, total_bytes, expires_at, checked_at, told
            from fulfillment.esim_lives where esim_id = ? for update""";

    private static final String SAVE =
            """
            update fulfillment.esim_lives
            set stage = ?, installed_at = ?, activated_at = ?, used_bytes = ?, total_bytes = ?, expires_at = ?, checked_at = ?,
                told = ?::text[]
            where esim_id = ?""";

    private final JdbcTemplate jdbc;

    LifeBooks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Optional<SoldEsim> sold(long esim) {
        return jdbc.query(SOLD, (row, n) -> sold(row), esim).stream().findFirst();
    }

    /** Locks the life until the end of the transaction; there is one as soon as a question was asked. */
    EsimLife lock(long esim) {
        return jdbc.queryForObject(LOCK, (row, n) -> life(row), esim);
    }

    void save(long esim, EsimLife life) {
        jdbc.update(
                SAVE,
                life.stage().name(),
                timestamp(life.installedAt()),
                timestamp(life.activatedAt()),
                life.usedBytes().orElse(null),
                life.totalBytes().orElse(null),
                timestamp(life.expiresAt()),
                timestamp(life.checkedAt()),
                life.told().stream().sorted().map(Enum::name).toArray(String[]::new),
                esim);
    }

    private static SoldEsim sold(ResultSet row) throws SQLException {
        return new SoldEsim(
                row.getLong("id"),
                row.getString("supplier"),
                new EsimReference(
                        row.getString("supplier_order"),
                        row.getString("supplier_sku"),
                        row.getString("supplier_esim_id"),
                        Optional.ofNullable(row.getString("iccid"))),
                new OrderRef(row.getString("owner_kind"), row.getLong("owner_order")),
                row.getInt("ordinal"));
    }

    private static EsimLife life(ResultSet row) throws SQLException {
        return new EsimLife(
                Stage.valueOf(row.getString("stage")),
                instant(row, "installed_at"),
                instant(row, "activated_at"),
                Optional.ofNullable(row.getObject("used_bytes", Long.class)),
                Optional.ofNullable(row.getObject("total_bytes", Long.class)),
                instant(row, "expires_at"),
                instant(row, "checked_at"),
                told(row.getArray("told")));
    }

    private static Set<LifeStep> told(Array steps) throws SQLException {
        return Arrays.stream((String[]) steps.getArray()).map(LifeStep::valueOf).collect(Collectors.toSet());
    }

    private static Timestamp timestamp(Optional<Instant> at) {
        return at.map(Timestamp::from).orElse(null);
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
