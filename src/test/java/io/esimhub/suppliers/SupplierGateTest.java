package io.esimhub.suppliers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.esimhub.operations.rates.RateLimitConfiguration;
import io.esimhub.suppliers.SupplierAnswer.Accepted;
import io.esimhub.suppliers.SupplierAnswer.Cause;
import io.esimhub.suppliers.SupplierAnswer.NotPlaced;
import io.esimhub.suppliers.SupplierAnswer.Refusal;
import io.esimhub.suppliers.SupplierAnswer.Rejected;
import io.esimhub.suppliers.SupplierAnswer.Unknown;
import io.esimhub.testing.FreshDatabase;
import io.esimhub.testing.MovedClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ExtendWith(FreshDatabase.class)
class SupplierGateTest {

    private static final String FREE = "free";
    private static final String LIMITED = "limited";
    private static final int BULKHEAD = 30;

    private final MovedClock clock = new MovedClock(Instant.parse("2026-11-20T10:00:00Z"));
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final DataSource database;
    private final RateLimitConfiguration apart = new RateLimitConfiguration();
    private final SuppliersProperties properties = new SuppliersProperties(
            Map.of(FREE, settings(true, 0), LIMITED, settings(true, 5), "off", settings(false, 0)));
    private final SupplierGate gate;
    private final SupplierStatus status;

    SupplierGateTest(DataSource database) {
        this.database = database;
        this.gate = gate();
        this.status = new SupplierStatus(properties, new PurchasingProperties(Purchasing.ON, null), gate, clock);
    }

    @BeforeEach
    void noLimitUsed() {
        new JdbcTemplate(database).update("delete from operations.rate_limits");
    }

    @AfterEach
    void closeConnections() {
        apart.close();
    }

    @Test
    void noMoreOrdersThanTheBulkheadAreUnderWayAtATime() {
        List<Permit> permits =
                IntStream.range(0, BULKHEAD).mapToObj(n -> enter()).toList();

        assertThat(gate.tryEnter(FREE)).isEqualTo(new Entry.BulkheadFull());

        permits.get(0).close();
        permits.get(0).close();
        permits.get(0).answered(new Unknown("late"));
        enter();
        assertThat(gate.tryEnter(FREE)).as("a permit is given back once").isEqualTo(new Entry.BulkheadFull());
    }

    @Test
    void halfOfTwentyFailingStopsOrdersForAMinute() {
        answer(10, new Accepted("B1"));
        answer(10, new Unknown("no answer"));

        Instant until = clock.instant().plusSeconds(60);
        assertThat(gate.tryEnter(FREE)).isEqualTo(new Entry.BreakerOpen(until));
        assertThat(status.obstacle(FREE)).contains(new Obstacle("breaker open", Optional.of(Duration.ofSeconds(20))));
        assertThat(meters.get("hub.supplier.breaker.open")
                        .tag("supplier", FREE)
                        .gauge()
                        .value())
                .isOne();
    }

    @Test
    void nineteenFailuresAreTooFewToJudgeAndOldOnesAreForgotten() {
        answer(19, new Unknown("no answer"));
        clock.move(Duration.ofMinutes(6));
        answer(1, new Unknown("no answer"));

        enter().close();
    }

    @Test
    void afterAMinuteFiveProbesDecide() {
        answer(20, new Unknown("no answer"));
        clock.move(Duration.ofSeconds(61));
        assertThat(status.obstacle(FREE)).as("somebody has to probe").isEmpty();

        List<Permit> probes = IntStream.range(0, 5).mapToObj(n -> enter()).toList();
        assertThat(gate.tryEnter(FREE)).isInstanceOf(Entry.BreakerOpen.class);
        probes.forEach(probe -> probe.answered(new Accepted("B1")));

        answer(10, new Accepted("B1"));
    }

    @Test
    void aProbeThatWasNotUsedIsGivenBack() {
        answer(20, new Unknown("no answer"));
        clock.move(Duration.ofSeconds(61));

        IntStream.range(0, 12).forEach(n -> enter().close());
    }

    @Test
    void refusalsAreAnswersAndNeverOpenTheBreaker() {
        answer(40, new Rejected(Refusal.OUT_OF_STOCK, "none left"));

        enter().close();
    }

    @Test
    void oneRefusedKeyStopsTheSupplierAtOnce() {
        answer(1, new NotPlaced(Cause.ACCESS, Optional.empty(), "HTTP 401"));

        assertThat(gate.tryEnter(FREE))
                .isEqualTo(new Entry.BreakerOpen(clock.instant().plusSeconds(60)));
    }

    @Test
    void aBusySupplierIsLeftAloneAsLongAsItAsksAndIsNotCountedAsFailing() {
        NotPlaced busy = new NotPlaced(Cause.BUSY, Optional.of(Duration.ofSeconds(7)), "HTTP 429");
        for (int n = 0; n < 30; n++) {
            answer(1, busy);
            Instant until = clock.instant().plusSeconds(7);
            assertThat(gate.tryEnter(FREE)).isEqualTo(new Entry.Paused(until));
            assertThat(status.obstacle(FREE))
                    .contains(new Obstacle("paused until " + until, Optional.of(Duration.ofSeconds(20))));
            clock.move(Duration.ofSeconds(7));
        }

        assertThat(status.obstacle(FREE)).isEmpty();
        enter().close();
    }

    @Test
    void aSecondsWorthMayComeAtOnceOverAllProcessesAndThenAtItsPace() {
        SupplierGate anotherProcess = gate();
        for (int n = 0; n < 5; n++) {
            SupplierGate process = n % 2 == 0 ? gate : anotherProcess;
            assertThat(process.tryRate(LIMITED, SupplierEntry.LIST))
                    .as("call %d", n)
                    .isEmpty();
        }

        assertThat(anotherProcess.tryRate(LIMITED, SupplierEntry.LIST)).hasValueSatisfying(until -> assertThat(until)
                .isAfter(clock.instant())
                .isBeforeOrEqualTo(clock.instant().plusMillis(200)));
        assertThat(gate.tryEnter(LIMITED)).isInstanceOf(Entry.RateLimited.class);
        new JdbcTemplate(database)
                .update("update operations.rate_limits set next_at = next_at - interval '0.2 seconds'");
        assertThat(gate.tryRate(LIMITED, SupplierEntry.LIST)).isEmpty();
    }

    @Test
    void aCallThatIsTooEarlyHoldsNoPermit() {
        IntStream.range(0, 5).forEach(n -> gate.tryRate(LIMITED, SupplierEntry.LIST));

        IntStream.range(0, BULKHEAD + 1)
                .forEach(n -> assertThat(gate.tryEnter(LIMITED)).isInstanceOf(Entry.RateLimited.class));
    }

    @Test
    void theCallersTransactionDoesNotHoldTheLimitAgainstOthers() {
        new TransactionTemplate(new DataSourceTransactionManager(database)).executeWithoutResult(open -> {
            gate.tryRate(LIMITED, SupplierEntry.LIST);
            assertThat(new JdbcTemplate(database)
                            .queryForObject(
                                    "select count(*) from operations.rate_limits where name = ?",
                                    Integer.class,
                                    LIMITED))
                    .isOne();
            open.setRollbackOnly();
        });

        assertThat(new JdbcTemplate(database)
                        .queryForObject(
                                "select count(*) from operations.rate_limits where name = ?", Integer.class, LIMITED))
                .as("a call that was made counts, whatever becomes of the transaction")
                .isOne();
    }

    @Test
    void aSupplierWithoutLimitNeedsNoRow() {
        IntStream.range(0, 50)
                .forEach(n -> assertThat(gate.tryRate(FREE, SupplierEntry.LIST)).isEmpty());

        assertThat(new JdbcTemplate(database)
                        .queryForObject("select count(*) from operations.rate_limits", Integer.class))
                .isZero();
    }

    @Test
    void whatIsSwitchedOffOrUnknownIsNotChosen() {
        assertThat(status.obstacle("off")).contains(new Obstacle("not enabled in hub.suppliers", Optional.empty()));
        assertThat(status.obstacle("nobody")).contains(new Obstacle("not enabled in hub.suppliers", Optional.empty()));
        assertThatThrownBy(() -> gate.tryEnter("nobody")).hasMessage("the settings have no hub.suppliers.nobody");
    }

    @Test
    void ordersAreCountedByOutcome() {
        answer(2, new Rejected(Refusal.OUT_OF_STOCK, "none left"));
        answer(1, new NotPlaced(Cause.UNREACHABLE, Optional.empty(), "refused"));

        assertThat(orders("rejected-out-of-stock")).isEqualTo(2);
        assertThat(orders("not-placed-unreachable")).isOne();
    }

    private long orders(String outcome) {
        return meters.get("hub.supplier.orders")
                .tags("supplier", FREE, "outcome", outcome)
                .timer()
                .count();
    }

    private Permit enter() {
        Entry entry = gate.tryEnter(FREE);
        assertThat(entry).isInstanceOf(Entry.Admitted.class);
        return ((Entry.Admitted) entry).permit();
    }

    private void answer(int times, SupplierAnswer answer) {
        IntStream.range(0, times).forEach(n -> enter().answered(answer));
    }

    private SupplierGate gate() {
        return new SupplierGate(
                properties,
                List.of(),
                apart.rateLimit((HikariDataSource) database, clock),
                new SupplierMeters(meters),
                clock);
    }

    private static SupplierSettings settings(boolean enabled, int perSecond) {
        Duration second = Duration.ofSeconds(1);
        return new SupplierSettings(
                enabled,
                "http://localhost",
                perSecond,
                second,
                second,
                BULKHEAD,
                "10m",
                false,
                null,
                true,
                BigDecimal.ZERO,
                null,
                null,
                null,
                null,
                null,
                false);
    }
}
