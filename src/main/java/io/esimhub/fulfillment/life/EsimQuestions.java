package io.esimhub.fulfillment.life;

import io.esimhub.operations.work.WorkQueue;
import io.esimhub.suppliers.SupplierCapabilities;
import io.esimhub.suppliers.SupplierEntry;
import io.esimhub.suppliers.SupplierSettings;
import io.esimhub.suppliers.SuppliersProperties;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Which eSIMs their suppliers are to be asked about. However many callbacks come, one question waits for each eSIM, and there is one in
 * {@code hub.esims.ask-every} at most. Questions are numbered, and the number of the next one is its work item's key: it is taken
 * before the supplier is asked, so what happens after that asks for the question after.
 */
@Component
public class EsimQuestions {

    static final String QUEUE = "esim-status";

    /** One look at indexes: an ICCID that was used again means the newest eSIM; one with a question waiting needs no other. */
    private static final String WANTED =
            """
            with named as (
                select id from fulfillment.esims where supplier = ? and supplier_esim_id = any(?::text[])
                union
                select max(id) from fulfillment.esims where supplier = ? and iccid = any(?::text[]) group by iccid
            )
            select named.id from named left join fulfillment.esim_lives l on l.esim_id = named.id
            where not exists (
                select from operations.work w
                where w.task_name = 'work' and w.task_instance = 'esim:' || named.id || ':question:' || (coalesce(l.questions, 0) + 1))
            order by named.id""";

    private static final String STANDING = "select questions, asked_at from fulfillment.esim_lives where esim_id = ?";

    private static final String BEGIN =
            """
            insert into fulfillment.esim_lives as l (esim_id, questions, asked_at) values (?, 1, ?)
            on conflict (esim_id) do update set questions = l.questions + 1, asked_at = excluded.asked_at
            returning questions""";

    private static final String UNASKED =
            "update fulfillment.esim_lives set questions = questions - 1 where esim_id = ? and questions = ?";

    private final JdbcTemplate jdbc;
    private final WorkQueue work;
    private final List<SupplierCapabilities> capabilities;
    private final SuppliersProperties suppliers;
    private final Duration askEvery;
    private final Clock clock;

    EsimQuestions(
            JdbcTemplate jdbc,
            WorkQueue work,
            List<SupplierCapabilities> capabilities,
            SuppliersProperties suppliers,
            EsimProperties properties,
            Clock clock) {
        this.jdbc = jdbc;
        this.work = work;
        this.capabilities = capabilities;
        this.suppliers = suppliers;
        this.askEvery = properties.askEvery();
        this.clock = clock;
    }

    /** Those of a supplier's eSIMs that are ours and that no question waits for yet; none if the supplier cannot be asked. */
    public List<Long> wanted(String supplier, List<String> supplierEsimIds, List<String> iccids) {
        boolean nothing = supplierEsimIds.isEmpty() && iccids.isEmpty();
        return nothing || !canBeAsked(supplier)
                ? List.of()
                : jdbc.queryForList(
                        WANTED,
                        Long.class,
                        supplier,
                        supplierEsimIds.toArray(String[]::new),
                        supplier,
                        iccids.toArray(String[]::new));
    }

    /** Has the supplier asked, at once or when enough time has passed since the question before. */
    public void ask(long esim) {
        Standing standing = standing(esim);
        String key = "esim:" + esim + ":question:" + (standing.questions() + 1);
        Duration wait = Duration.between(clock.instant(), notBefore(standing));
        if (wait.isNegative() || wait.isZero()) {
            work.enqueueAndRun(QUEUE, key, Long.toString(esim), null);
        } else {
            work.enqueue(QUEUE, key, Long.toString(esim), wait);
        }
    }

    boolean canBeAsked(String supplier) {
        return Optional.ofNullable(suppliers.suppliers().get(supplier))
                        .filter(SupplierSettings::enabled)
                        .isPresent()
                && capabilities.stream()
                        .anyMatch(each -> each.code().equals(supplier) && each.has(SupplierEntry.STATUS));
    }

    /** When the next question may be asked, so that a chatty supplier does not have us ask all day. */
    Instant notBefore(long esim) {
        return notBefore(standing(esim));
    }

    EsimQuestion begin(SoldEsim esim, String by) {
        Instant now = clock.instant();
        int number = jdbc.queryForObject(BEGIN, Integer.class, esim.id(), Timestamp.from(now));
        return new EsimQuestion(esim, number, now, by);
    }

    /** It was not answered: the same question is asked again, and stands for all that is heard of the eSIM until then. */
    void unanswered(EsimQuestion question) {
        jdbc.update(UNASKED, question.esim().id(), question.number());
    }

    private Instant notBefore(Standing standing) {
        return standing.askedAt().map(at -> at.plus(askEvery)).orElse(Instant.MIN);
    }

    private Standing standing(long esim) {
        return jdbc
                .query(
                        STANDING,
                        (row, n) -> new Standing(
                                row.getInt(1),
                                Optional.ofNullable(row.getTimestamp(2)).map(Timestamp::toInstant)),
                        esim)
                .stream()
                .findFirst()
                .orElse(new Standing(0, Optional.empty()));
    }

    private record Standing(int questions, Optional<Instant> askedAt) {}
}
