package io.esimhub.suppliers;

import io.esimhub.model.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The books of suppliers' accounts, in the caller's transaction. */
@Component
public class SupplierAccounts {

    /** What {@link #account} reads, of a row that is called {@code a}. */
    public static final String COLUMNS =
            """
            a.paused_at, a.paused_until, a.out_of_funds_at, a.balance_amount, a.balance_currency, a.balance_at
            """;

    private static final String ALL = "select a.supplier, " + COLUMNS + "from suppliers.accounts a";

    private static final String PAUSE =
            """
            insert into suppliers.accounts as a (supplier, paused_at, paused_until, paused_by, pause_reason) values (?, ?, ?, ?, ?)
            on conflict (supplier) do update set paused_at = excluded.paused_at, paused_until = excluded.paused_until,
                paused_by = excluded.paused_by, pause_reason = excluded.pause_reason""";

    /** A person's pause is not shortened by the supplier's. */
    private static final String WAIT =
            """
            insert into suppliers.accounts as a (supplier, paused_until) values (?, ?)
            on conflict (supplier) do update set paused_until = greatest(a.paused_until, excluded.paused_until)
            where a.paused_at is null or a.paused_until <= ?""";

    private static final String RESUME =
            """
            update suppliers.accounts set paused_at = null, paused_until = null, paused_by = null, pause_reason = null
            where supplier = ? and (paused_at is not null or paused_until > ?)""";

    private static final String OUT_OF_FUNDS =
            """
            insert into suppliers.accounts (supplier, out_of_funds_at) values (?, ?)
            on conflict (supplier) do update set out_of_funds_at = excluded.out_of_funds_at""";

    private static final String ONE = "select " + COLUMNS + "from suppliers.accounts a where a.supplier = ?";

    private static final String LOCK = ONE + " for update";

    private static final String BALANCE =
            """
            insert into suppliers.accounts (supplier, balance_amount, balance_currency, balance_at) values (?, ?, ?, ?)
            on conflict (supplier) do update set balance_amount = excluded.balance_amount,
                balance_currency = excluded.balance_currency, balance_at = excluded.balance_at""";

    private static final String FUNDS_AGAIN =
            "update suppliers.accounts set out_of_funds_at = null where supplier = ? and out_of_funds_at is not null";

    private final JdbcTemplate jdbc;

    SupplierAccounts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** All that are written down, by supplier. */
    public Map<String, SupplierAccount> all() {
        Map<String, SupplierAccount> accounts = new TreeMap<>();
        jdbc.query(ALL, row -> {
            accounts.put(row.getString(1), account(row));
        });
        return accounts;
    }

    public SupplierAccount of(String supplier) {
        return one(ONE, supplier);
    }

    /** @param until empty: until somebody resumes */
    public void pause(String supplier, Instant now, Optional<Instant> until, String by, String reason) {
        jdbc.update(
                PAUSE, supplier, Timestamp.from(now), until.map(Timestamp::from).orElse(null), by, reason);
    }

    /** The supplier asked for it: for every process. */
    public void wait(String supplier, Instant now, Instant until) {
        jdbc.update(WAIT, supplier, Timestamp.from(until), Timestamp.from(now));
    }

    /** @return false if it was not paused */
    public boolean resume(String supplier, Instant now) {
        return jdbc.update(RESUME, supplier, Timestamp.from(now)) == 1;
    }

    public void outOfFunds(String supplier, Instant now) {
        jdbc.update(OUT_OF_FUNDS, supplier, Timestamp.from(now));
    }

    /**
     * Writes a balance down as the supplier told it.
     *
     * @param least what has to be there before a refusal for want of money is forgotten
     */
    public Funds balance(String supplier, Money balance, Money least, Instant now) {
        SupplierAccount before = one(LOCK, supplier);
        jdbc.update(BALANCE, supplier, balance.amount(), balance.currency(), Timestamp.from(now));
        Funds funds = Funds.after(before, balance, least);
        if (funds != Funds.NONE) {
            jdbc.update(FUNDS_AGAIN, supplier);
        }
        return funds;
    }

    private SupplierAccount one(String question, String supplier) {
        return jdbc.query(question, (row, n) -> account(row), supplier).stream()
                .findFirst()
                .orElseGet(SupplierAccount::untold);
    }

    public static SupplierAccount account(ResultSet row) throws SQLException {
        return new SupplierAccount(
                instant(row, "paused_at"),
                instant(row, "paused_until"),
                instant(row, "out_of_funds_at"),
                row.getString("balance_currency") == null
                        ? Optional.empty()
                        : Optional.of(
                                new Money(row.getBigDecimal("balance_amount"), row.getString("balance_currency"))),
                instant(row, "balance_at"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
