package io.esimhub.suppliers.stock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What became of allocated items. Every change names the state it comes from. */
@Component
class Holdings {

    private static final String HELD =
            """
            select a.id, a.item_id, a.live, a.ended_as, i.kind, i.state, i.expires_on, i.changed_at
            from stock.allocations a join stock.items i on i.id = a.item_id
            where a.id = ?""";

    private static final String LOCKED = HELD + " for update";

    private static final String NEWEST_OF_CARD =
            """
            select i.kind, (select max(a.id) from stock.allocations a where a.item_id = i.id)
            from stock.items i where i.iccid = ?""";

    private static final String MOVE =
            """
            update stock.items set state = ?, reason = ?, changed_at = ?, changed_by = ?
            where id = ? and state = any(?::text[])""";

    private static final String END = "update stock.allocations set live = false, ended_as = ? where id = ? and live";

    private final JdbcTemplate jdbc;

    Holdings(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Optional<HeldItem> byAllocation(long allocation) {
        return jdbc.query(HELD, Holdings::held, allocation).stream().findFirst();
    }

    /** Until the end of the transaction nobody else moves it. */
    Optional<HeldItem> lock(long allocation) {
        return jdbc.query(LOCKED, Holdings::held, allocation).stream().findFirst();
    }

    /**
     * Whose a card is, or was last.
     *
     * @return nothing if there is no such card; an empty allocation if nobody ever had it
     */
    Optional<Optional<Long>> newestAllocationOfCard(String iccid) {
        List<Optional<Long>> found = jdbc.query(
                NEWEST_OF_CARD,
                (row, n) -> "sim".equals(row.getString(1))
                        ? Optional.ofNullable(row.getObject(2, Long.class))
                        : Optional.<Long>empty(),
                iccid);
        return found.stream().findFirst();
    }

    /** @throws IllegalStateException if it is in another state: it was not locked, or the books are wrong */
    void move(HeldItem item, String state, Optional<String> reason, List<String> from, Instant now, String by) {
        int moved = jdbc.update(
                MOVE, state, reason.orElse(null), Timestamp.from(now), by, item.item(), from.toArray(String[]::new));
        if (moved != 1) {
            throw new IllegalStateException(
                    "stock item " + item.item() + " could not become " + state + " from " + from);
        }
    }

    void end(HeldItem item, String as) {
        if (jdbc.update(END, as, item.allocation()) != 1) {
            throw new IllegalStateException("allocation " + item.allocation() + " had ended");
        }
    }

    private static HeldItem held(ResultSet row, int number) throws SQLException {
        return new HeldItem(
                row.getLong("id"),
                row.getLong("item_id"),
                "sim".equals(row.getString("kind")),
                row.getBoolean("live"),
                Optional.ofNullable(row.getString("ended_as")),
                row.getString("state"),
                Optional.ofNullable(row.getObject("expires_on", LocalDate.class)),
                row.getTimestamp("changed_at").toInstant());
    }
}
