package io.esimhub.reconciliation;

import io.esimhub.fulfillment.FulfillmentDesk;
import io.esimhub.fulfillment.OrderRef;
import io.esimhub.operations.cases.CaseReport;
import io.esimhub.operations.cases.Cases;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The rows of differences, in the caller's transaction: one of a kind and subject at a time, whoever finds it again. */
@Component
class Breaks {

    /** The kind of the cases; their subject names the break. */
    static final String CASE = "reconciliation";

    private static final String RETAIL = "retail";

    /** One that a person has closed stays closed while both sides say the same as then. */
    private static final String KNOWN =
            """
            select exists (
                select from reconciliation.breaks
                where party = ? and account = ? and kind = ? and subject = ?
                  and (state in ('REPAIRING', 'OPEN') or state = 'CLOSED' and details = ?::jsonb))""";

    private static final String MENDED_BEFORE =
            """
            select exists (
                select from reconciliation.breaks
                where party = ? and account = ? and kind = ? and subject = ? and state = 'REPAIRED' and details = ?::jsonb)""";

    private static final String WRITE =
            """
            insert into reconciliation.breaks (run_id, kind, party, account, subject, order_id, purchase_id, details, changed_at, event,
                found_at, state)
            values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?)
            on conflict (party, account, kind, subject) where state in ('REPAIRING', 'OPEN') do nothing
            returning id""";

    private static final String OPEN_OF =
            """
            select id, kind, subject, order_id from reconciliation.breaks
            where party = ? and account = ? and subject = any(?::text[]) and state in ('REPAIRING', 'OPEN') for update""";

    private static final String MENDED =
            "update reconciliation.breaks set state = 'REPAIRED', ended_at = ?, ended_by = ? where id = ?";

    private final JdbcTemplate jdbc;
    private final BreakDetails details;
    private final Cases cases;
    private final FulfillmentDesk fulfillment;
    private final MeterRegistry meters;
    private final Clock clock;

    Breaks(
            JdbcTemplate jdbc,
            BreakDetails details,
            Cases cases,
            FulfillmentDesk fulfillment,
            MeterRegistry meters,
            Clock clock) {
        this.jdbc = jdbc;
        this.details = details;
        this.cases = cases;
        this.fulfillment = fulfillment;
        this.meters = meters;
        this.clock = clock;
    }

    /** Whether somebody knows of it already, or has accepted it as it is. */
    boolean known(Run run, Difference difference) {
        return yes(KNOWN, run, difference);
    }

    /** The very same was mended once, and is there again: then mending does not help. */
    boolean mendedBefore(Run run, Difference difference) {
        return yes(MENDED_BEFORE, run, difference);
    }

    /** It is on its way to be mended. @param event what was put into the inbox for it, if that is how */
    void repairing(Run run, Difference difference, Optional<Long> event) {
        write(run, difference, event, "REPAIRING");
    }

    /** A person has to look. */
    void open(Run run, Difference difference, String why) {
        open(run, difference, Optional.empty(), why);
    }

    /** @param event what would mend it, if it were tried again and succeeded */
    void open(Run run, Difference difference, Optional<Long> event, String why) {
        write(run, difference, event, "OPEN")
                .ifPresent(id -> show(id, difference.kind().name(), difference.order(), run.subject(), why));
    }

    private record Unended(long id, String kind, String subject, Optional<Long> order) {}

    /**
     * What was looked for again and not found again has been mended, here or elsewhere.
     *
     * @param subjects that were compared
     * @param found what differs of them now
     */
    void notFoundAgain(Run run, Collection<String> subjects, Collection<Difference> found) {
        List<Unended> gone =
                jdbc
                        .query(OPEN_OF, Breaks::unended, run.party(), run.account(), subjects.toArray(String[]::new))
                        .stream()
                        .filter(each -> found.stream()
                                .noneMatch(difference -> difference.subject().equals(each.subject())
                                        && difference.kind().name().equals(each.kind())))
                        .toList();
        for (Unended each : gone) {
            String by = "run " + run.id();
            jdbc.update(MENDED, Timestamp.from(clock.instant()), by, each.id());
            hide(each.id(), each.order(), by, "both sides say the same now");
        }
    }

    /** Shows it as a case, on its order where it has one. */
    void show(long id, String kind, Optional<Long> order, String whose, String why) {
        CaseReport report = CaseReport.of(CASE, kind, subject(id)).failed(0, whose + ": " + why);
        if (order.isPresent()) {
            fulfillment.caseOpened(
                    new OrderRef(RETAIL, order.get()), () -> cases.open(report.order(RETAIL, order.get())));
        } else {
            cases.open(report);
        }
    }

    /** The case of one that ended. */
    void hide(long id, Optional<Long> order, String by, String why) {
        if (order.isPresent()) {
            fulfillment.caseOpened(new OrderRef(RETAIL, order.get()), () -> cases.close(CASE, subject(id), by, why));
        } else {
            cases.close(CASE, subject(id), by, why);
        }
    }

    private boolean yes(String sql, Run run, Difference difference) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                sql,
                Boolean.class,
                run.party(),
                run.account(),
                difference.kind().name(),
                difference.subject(),
                details.text(difference)));
    }

    private Optional<Long> write(Run run, Difference difference, Optional<Long> event, String state) {
        Optional<Long> id = jdbc
                .queryForList(
                        WRITE,
                        Long.class,
                        run.id(),
                        difference.kind().name(),
                        run.party(),
                        run.account(),
                        difference.subject(),
                        difference.order().orElse(null),
                        difference.purchase().orElse(null),
                        details.text(difference),
                        difference.changedAt().map(Timestamp::from).orElse(null),
                        event.orElse(null),
                        Timestamp.from(clock.instant()),
                        state)
                .stream()
                .findFirst();
        id.ifPresent(written -> meters.counter(
                        "hub.reconciliation.breaks", "kind", difference.kind().name(), "party", run.party())
                .increment());
        return id;
    }

    private static Unended unended(ResultSet row, int number) throws SQLException {
        return new Unended(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("subject"),
                Optional.ofNullable(row.getObject("order_id", Long.class)));
    }

    private static String subject(long id) {
        return "break:" + id;
    }
}
