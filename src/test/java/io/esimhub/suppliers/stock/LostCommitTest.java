package io.esimhub.suppliers.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.esimhub.model.Money;
import io.esimhub.suppliers.CancelAnswer;
import io.esimhub.suppliers.EsimReference;
import io.esimhub.suppliers.SupplierAnswer;
import io.esimhub.suppliers.SupplierOrderRequest;
import io.esimhub.testing.FreshDatabase;
import io.esimhub.testing.TestDatabase;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.DefaultTransactionStatus;

/** Our own database fails like any supplier: before the commit surely nothing was allocated, after it no one knows. */
@ExtendWith(FreshDatabase.class)
class LostCommitTest {

    private final TestDatabase database;
    private final JdbcTemplate jdbc;
    private final Shelf shelf;

    LostCommitTest(TestDatabase database) {
        this.database = database;
        jdbc = new JdbcTemplate(database.dataSource());
        // the cards have neither PIN nor PUK: nothing is sealed
        shelf = new Shelf(jdbc, null);
    }

    @BeforeEach
    void twoCardsOnTheShelf() {
        jdbc.execute("truncate stock.allocations, stock.orders, stock.items");
        jdbc.execute(
                """
                insert into stock.items (kind, sku, iccid, cost_amount, cost_currency, state, imported_at, imported_by, changed_at,
                    changed_by)
                select 'sim', 'card', '894400000000000000' || n, 2, 'USD', 'FREE', now(), 'test', now(), 'test'
                from generate_series(1, 2) n""");
    }

    @Test
    void aDatabaseThatIsAwayHasSurelyAllocatedNothing() {
        SupplierAnswer answer = placement(new DataSourceTransactionManager(database.dataSource()) {
                    @Override
                    protected void doBegin(Object transaction, TransactionDefinition definition) {
                        throw new CannotCreateTransactionException("away");
                    }
                })
                .place(request());

        assertThat(answer)
                .isInstanceOfSatisfying(SupplierAnswer.NotPlaced.class, notPlaced -> assertThat(notPlaced.cause())
                        .isEqualTo(SupplierAnswer.Cause.UNREACHABLE));
        assertThat(allocated()).isZero();
    }

    @Test
    void aStatementThatFailsHasSurelyAllocatedNothing() {
        jdbc.execute("alter table stock.allocations rename to elsewhere");
        try {
            assertThat(placement(healthy()).place(request())).isInstanceOf(SupplierAnswer.NotPlaced.class);
        } finally {
            jdbc.execute("alter table stock.elsewhere rename to allocations");
        }
        assertThat(allocated()).isZero();
    }

    @Test
    void aCommitWhoseAnswerIsLostIsUnknownAndTheSameKeyFindsWhatItBrought() {
        assertThat(placement(losingCommits()).place(request())).isInstanceOf(SupplierAnswer.Unknown.class);
        assertThat(allocated()).isEqualTo(2);

        StockOrder found = shelf.byKey("key-1").orElseThrow();
        assertThat(placement(healthy()).place(request()))
                .isEqualTo(new SupplierAnswer.Completed(found.number(), shelf.handedOver(found.id())));
        assertThat(shelf.handedOver(found.id())).hasSize(2);
    }

    @Test
    void givingBackWhoseCommitIsLostIsUnknownAndAskedAgainTellsTheTruth() {
        placement(healthy()).place(request());
        long order = shelf.byKey("key-1").orElseThrow().id();
        EsimReference card =
                new EsimReference("ST", "card", shelf.handedOver(order).get(0).supplierEsimId(), Optional.empty());
        Holdings holdings = new Holdings(jdbc);

        assertThat(new TakingBack(holdings, losingCommits(), Clock.systemUTC()).cancel(card))
                .isInstanceOf(CancelAnswer.Unknown.class);
        assertThat(new TakingBack(holdings, healthy(), Clock.systemUTC()).cancel(card))
                .isEqualTo(new CancelAnswer.Cancelled());
        assertThat(allocated()).isEqualTo(1);
    }

    private Placement placement(PlatformTransactionManager transactions) {
        return new Placement(shelf, transactions, Clock.systemUTC());
    }

    private PlatformTransactionManager healthy() {
        return new DataSourceTransactionManager(database.dataSource());
    }

    private PlatformTransactionManager losingCommits() {
        return new DataSourceTransactionManager(database.dataSource()) {
            @Override
            protected void doCommit(DefaultTransactionStatus status) {
                super.doCommit(status);
                throw new TransactionSystemException("the answer is lost");
            }
        };
    }

    private int allocated() {
        return jdbc.queryForObject("select count(*) from stock.items where state = 'ALLOCATED'", Integer.class);
    }

    private static SupplierOrderRequest request() {
        return new SupplierOrderRequest("key-1", "card", 2, Money.of("2.00", "USD"));
    }
}
