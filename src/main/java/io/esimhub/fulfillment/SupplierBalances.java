package io.esimhub.fulfillment;

import io.esimhub.model.Money;
import io.esimhub.operations.cases.CaseReport;
import io.esimhub.operations.cases.Cases;
import io.esimhub.operations.work.Turns;
import io.esimhub.operations.work.WorkItem;
import io.esimhub.suppliers.Funds;
import io.esimhub.suppliers.SupplierAccounts;
import io.esimhub.suppliers.SupplierEntry;
import io.esimhub.suppliers.SupplierGate;
import io.esimhub.suppliers.SupplierStatus;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What suppliers say their accounts hold: written down, watched, and a reason to go on for orders that wait for money. */
@Component("supplierBalances")
class SupplierBalances {

    private static final String LOW = "low-balance";

    private final SupplierLimits limits;
    private final SupplierAccounts accounts;
    private final SupplierStatus suppliers;
    private final SupplierGate gate;
    private final WaitingForFunds waiting;
    private final Turns turns;
    private final Cases cases;
    private final BalanceProperties properties;
    private final TransactionTemplate transactions;
    private final Clock clock;

    SupplierBalances(
            SupplierLimits limits,
            SupplierAccounts accounts,
            SupplierStatus suppliers,
            SupplierGate gate,
            WaitingForFunds waiting,
            Turns turns,
            Cases cases,
            BalanceProperties properties,
            TransactionTemplate transactions,
            Clock clock) {
        this.limits = limits;
        this.accounts = accounts;
        this.suppliers = suppliers;
        this.gate = gate;
        this.waiting = waiting;
        this.turns = turns;
        this.cases = cases;
        this.properties = properties;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Suppliers to ask now, if no other process does. */
    public List<String> due() {
        return limits.having(SupplierEntry.BALANCE).stream()
                .filter(supplier -> turns.take("balance " + supplier, properties.every()))
                .filter(supplier ->
                        gate.tryRate(supplier, SupplierEntry.BALANCE).isEmpty())
                .toList();
    }

    /** The supplier of an item of the queue {@code supplier-balance}. */
    public String of(WorkItem item) {
        return item.payload();
    }

    /** The body is what the supplier said. */
    public void write(Exchange exchange) {
        String supplier = exchange.getProperty("supplier", String.class);
        Money balance = exchange.getMessage().getBody(Money.class);
        transactions.executeWithoutResult(status -> write(supplier, balance));
    }

    /** What the account holds says nothing there: once the last refusal is not believed any more, one order tries. */
    private Funds onInvoice(String supplier, Instant now) {
        return accounts.of(supplier).refusedLately(now) ? Funds.NONE : Funds.DOUBTFUL;
    }

    private void write(String supplier, Money balance) {
        Instant now = clock.instant();
        BigDecimal lowWater = limits.lowWater(supplier);
        Funds funds = accounts.balance(supplier, balance, new Money(lowWater, balance.currency()), now);
        if (balance.amount().compareTo(lowWater) < 0) {
            cases.open(CaseReport.of(LOW, "LOW_BALANCE", supplier)
                    .failed(0, "the balance is " + balance + ", below " + lowWater.toPlainString()));
        } else {
            cases.close(LOW, supplier, "poll-balances", "the balance is " + balance);
        }
        boolean prepaid = suppliers.prepaid(supplier);
        waiting.release(supplier, balance, prepaid, prepaid ? funds : onInvoice(supplier, now));
    }
}
