package io.esimhub.fulfillment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The books of recoveries. What all processes obey stands in the database, not in their arguments. */
@Component
public class Recoveries {

    /** What {@link #recovery} reads. */
    static final String COLUMNS = "id, backup_at, started_at, matching_at";

    private static final String UNDER_WAY =
            "select " + COLUMNS + " from fulfillment.recoveries where released_at is null";

    private static final String BEGIN =
            """
            insert into fulfillment.recoveries (backup_at, started_at) values (?, ?)
            on conflict ((true)) where released_at is null do nothing""";

    private static final String MATCH =
            "update fulfillment.recoveries set matching_at = ? where id = ? and matching_at is null";

    private static final String RELEASE =
            """
            update fulfillment.recoveries set released_at = ?, released_by = ?, reason = ?
            where id = ? and released_at is null""";

    /** Purchases that may have happened since the backup, and nobody knows yet. */
    private static final String LOOKED_FOR =
            "select count(*) from fulfillment.purchases where state in ('DISPATCHED', 'UNKNOWN')";

    private static final String ADOPTED =
            """
            select count(*) from fulfillment.purchases p
            where p.state in ('ACCEPTED', 'COMPLETED') and p.dispatched_at = ? and p.answered_at >= ?""";

    private final JdbcTemplate jdbc;
    private final FulfillmentProperties properties;

    Recoveries(JdbcTemplate jdbc, FulfillmentProperties properties) {
        this.jdbc = jdbc;
        this.properties = properties;
    }

    public Optional<Recovery> underWay() {
        return jdbc.query(UNDER_WAY, Recoveries::recovery).stream().findFirst();
    }

    /** @return false if one is under way already */
    public boolean begin(Instant backupAt, Instant now) {
        return jdbc.update(BEGIN, Timestamp.from(backupAt), Timestamp.from(now)) == 1;
    }

    /** The channels' orders are back: from now on what was bought for them is looked for. */
    public void match(Recovery recovery, Instant now) {
        jdbc.update(MATCH, Timestamp.from(now), recovery.id());
    }

    /** @return false if somebody else has released it */
    public boolean release(Recovery recovery, Instant now, String by, String reason) {
        return jdbc.update(RELEASE, Timestamp.from(now), by, reason, recovery.id()) == 1;
    }

    /** Whether every order that waited has had the time to say what may have been bought for it. */
    public boolean allClaimed(Recovery recovery, Instant now) {
        return recovery.matchingAt()
                .filter(at -> now.isAfter(at.plus(properties.claimsWithin())))
                .isPresent();
    }

    /** How many purchases are still being looked for. */
    public int lookedFor() {
        return count(LOOKED_FOR);
    }

    /** How many were found at their suppliers. */
    public int adopted(Recovery recovery) {
        return count(ADOPTED, Timestamp.from(recovery.backupAt()), Timestamp.from(recovery.startedAt()));
    }

    private int count(String sql, Object... arguments) {
        Integer number = jdbc.queryForObject(sql, Integer.class, arguments);
        return number == null ? 0 : number;
    }

    static Recovery recovery(ResultSet row, int number) throws SQLException {
        return new Recovery(
                row.getLong("id"),
                row.getTimestamp("backup_at").toInstant(),
                row.getTimestamp("started_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("matching_at")).map(Timestamp::toInstant));
    }
}
