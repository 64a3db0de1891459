package io.esimhub.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.esimhub.suppliers.SupplierOrder;
import io.esimhub.testing.FreshDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the books say of purchases that are not with their customers, and of suppliers' orders that nobody owns. */
@ExtendWith(FreshDatabase.class)
class SupplierBooksTest {

    private static final Instant FRIDAY = Instant.parse("2026-07-03T16:00:00Z");
    private static final Instant MONDAY = FRIDAY.plus(Duration.ofDays(3));

    private final JdbcTemplate jdbc;
    private final SupplierBooks books;

    SupplierBooksTest(DataSource database) {
        jdbc = new JdbcTemplate(database);
        books = new SupplierBooks(jdbc);
    }

    @BeforeEach
    void emptyBooks() {
        jdbc.execute(
                "truncate retail.orders, fulfillment.requests, fulfillment.deliveries, reconciliation.runs cascade");
    }

    @Test
    void whatWasBoughtLongAgoAndNotMailedIsADifferenceOfItsOrderAndItsPurchase() {
        SoldOrder stuck = SoldOrder.bought(jdbc, Optional.of("A"), FRIDAY)
                .handedOver("esim")
                .mailed(1);
        SoldOrder.bought(jdbc, Optional.of("B"), FRIDAY).handedOver("esim").mailed(2);
        SoldOrder.bought(jdbc, Optional.of("C"), FRIDAY).handedOver("esim").refunded();

        List<Difference> unsent = books.unsent(SoldOrder.SUPPLIER, MONDAY);

        assertThat(unsent).singleElement().satisfies(difference -> {
            assertThat(difference.kind()).isEqualTo(DifferenceKind.NOT_DELIVERED);
            assertThat(difference.subject()).isEqualTo("A");
            assertThat(difference.order()).contains(stuck.order());
            assertThat(difference.purchase()).contains(stuck.purchase());
            assertThat(difference.details()).containsEntry("here", "1 units not sent");
        });
        assertThat(books.unsent(SoldOrder.SUPPLIER, FRIDAY)).as("too young").isEmpty();
        assertThat(books.unsent("airalo", MONDAY)).isEmpty();
    }

    @Test
    void cardsThatWaitForThePostOverTheWeekendAreNoDifference() {
        SoldOrder.bought(jdbc, Optional.of("A"), FRIDAY).handedOver("sim");

        assertThat(books.unsent(SoldOrder.SUPPLIER, MONDAY)).isEmpty();
    }

    @Test
    void cardsThatWerePostedAndWhoseCustomerWasNotToldAreADifferenceLongAfterThePost() {
        SoldOrder.bought(jdbc, Optional.of("A"), FRIDAY).handedOver("sim").posted(Duration.ofDays(2));

        assertThat(books.unsent(SoldOrder.SUPPLIER, FRIDAY.plus(Duration.ofDays(1))))
                .isEmpty();
        assertThat(books.unsent(SoldOrder.SUPPLIER, MONDAY))
                .extracting(Difference::subject)
                .containsExactly("A");
    }

    @Test
    void ofTwoOrdersThatOnePurchaseMayHaveMadeTheOneThatWasNotAdoptedHasNoOwner() {
        SoldOrder.bought(jdbc, Optional.empty(), FRIDAY).adopted("A");
        read("A", FRIDAY);
        read("B", FRIDAY);

        assertThat(withoutOwner()).containsExactly("B");
    }

    @Test
    void whatTheLostAnswerWasAboutHasNoOwnerOnceAPersonSaysThatItWasNotBought() {
        SoldOrder lost = SoldOrder.bought(jdbc, Optional.empty(), FRIDAY);
        read("A", FRIDAY);
        keyed("A", lost);
        assertThat(withoutOwner()).as("its key names its purchase").isEmpty();

        lost.notBought();

        assertThat(withoutOwner()).containsExactly("A");
    }

    @Test
    void aSecondOrderUnderOneKeyHasNoOwner() {
        SoldOrder one = SoldOrder.bought(jdbc, Optional.of("A"), FRIDAY);
        read("A", FRIDAY);
        read("B", FRIDAY);
        keyed("A", one);
        keyed("B", one);

        assertThat(withoutOwner()).containsExactly("B");
    }

    @Test
    void whatAPersonKnowsOrAcceptedAndWhatNoRunJudgedIsLeftAlone() {
        long run = read("known", FRIDAY);
        read("accepted", FRIDAY);
        read("judged now", FRIDAY);
        known(run, "known", "OPEN");
        known(run, "accepted", "CLOSED");
        SupplierRuns.keep(jdbc, run, "in the margin", 1, "1.80", "USD", FRIDAY.plus(Duration.ofHours(5)));

        assertThat(withoutOwner("judged now")).isEmpty();
    }

    private void known(long run, String subject, String state) {
        jdbc.update(
                """
                insert into reconciliation.breaks (run_id, kind, party, account, subject, details, found_at, state, ended_at, ended_by, reason)
                select ?, 'NOT_OURS', ?, '', ?, '{}', now(), s.state, case when s.ended then now() end, case when s.ended then 'ops' end,
                    case when s.ended then 'bought for a fair' end
                from (select ? as state, ? = 'CLOSED' as ended) s""",
                run,
                SoldOrder.SUPPLIER,
                subject,
                state,
                state);
    }

    private void keyed(String reference, SoldOrder order) {
        jdbc.update(
                """
                update reconciliation.supplier_orders set key = (select key from fulfillment.purchases where id = ?) where reference = ?""",
                order.purchase(),
                reference);
    }

    /** By a run over the hours around it. */
    private long read(String reference, Instant at) {
        long run = SupplierRuns.done(jdbc, at.minus(Duration.ofHours(4)), at.plus(Duration.ofHours(4)));
        SupplierRuns.keep(jdbc, run, reference, SoldOrder.UNITS, "3.60", "USD", at);
        return run;
    }

    private List<String> withoutOwner(String... judged) {
        return books.withoutOwner(SoldOrder.SUPPLIER, FRIDAY.minus(Duration.ofDays(1)), List.of(judged)).stream()
                .map(SupplierOrder::reference)
                .toList();
    }
}
