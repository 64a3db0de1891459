package io.esimhub.sandbox.shop;

import io.esimhub.sandbox.SandboxClock;
import io.esimhub.sandbox.SandboxProperties;
import io.esimhub.sandbox.faults.Circumstances;
import io.esimhub.sandbox.faults.Fault;
import io.esimhub.sandbox.ledger.Ledger;
import io.esimhub.sandbox.ledger.Purchase;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Sells one basket at a time. What it has sold is in the ledger before it says so. */
@Component
public class Till {

    private static final String NOT_SOLD = "unknown";

    private final Ledger ledger;
    private final Door door;
    private final Prices prices;
    private final SandboxClock clock;
    private final BigDecimal balance;

    Till(Ledger ledger, Door door, Prices prices, SandboxClock clock, SandboxProperties settings) {
        this.ledger = ledger;
        this.door = door;
        this.prices = prices;
        this.clock = clock;
        this.balance = settings.balance();
    }

    /** What is left on the account, in USD. */
    public BigDecimal balance(String supplier) {
        return balance.subtract(ledger.spent(supplier));
    }

    /** Every bundle is sold, unless it is called {@code unknown…} or was withdrawn. */
    public boolean sells(String supplier, String bundle) {
        return !bundle.startsWith(NOT_SOLD) && !prices.isWithdrawn(supplier, bundle);
    }

    public Sale sell(Basket basket, Numbers numbers, Circumstances circumstances) {
        if (!door.pass(basket.supplier(), Door.Point.BEFORE_BUY)) {
            circumstances.abandon();
            return new Sale.Refused(Sale.Reason.NOBODY_THERE);
        }
        Sale sale = settle(basket, numbers, circumstances);
        if (!door.pass(basket.supplier(), Door.Point.AFTER_BUY)) {
            circumstances.abandon();
        }
        return sale;
    }

    private synchronized Sale settle(Basket basket, Numbers numbers, Circumstances circumstances) {
        Optional<Purchase> before = Optional.ofNullable(basket.key())
                .filter(key -> basket.idempotent())
                .flatMap(key -> ledger.withKey(basket.supplier(), key));
        if (before.isPresent()) {
            return new Sale.Sold(before.get());
        }
        Optional<Sale.Reason> objection = objection(basket, circumstances);
        if (objection.isPresent()) {
            return new Sale.Refused(objection.get());
        }
        Purchase purchase = purchase(basket, basket.key(), numbers, false);
        ledger.record(purchase);
        if (circumstances.has(Fault.FOREIGN_ORDER)) {
            ledger.record(purchase(basket, strangersKey(basket), numbers, true));
        }
        return new Sale.Sold(purchase);
    }

    private static String strangersKey(Basket basket) {
        return basket.key() == null ? null : "foreign-" + UUID.randomUUID();
    }

    private Optional<Sale.Reason> objection(Basket basket, Circumstances circumstances) {
        if (!sells(basket.supplier(), basket.bundle())) {
            return Optional.of(Sale.Reason.UNKNOWN_BUNDLE);
        }
        if (circumstances.has(Fault.OUT_OF_STOCK)) {
            return Optional.of(Sale.Reason.OUT_OF_STOCK);
        }
        if (circumstances.has(Fault.NO_FUNDS) || balance(basket.supplier()).compareTo(basket.total()) < 0) {
            return Optional.of(Sale.Reason.NO_FUNDS);
        }
        return Optional.empty();
    }

    private Purchase purchase(Basket basket, String key, Numbers numbers, boolean foreign) {
        int esims = basket.assign() ? basket.quantity() : 0;
        return new Purchase(
                basket.supplier(),
                numbers.reference(),
                key,
                basket.bundle(),
                basket.quantity(),
                basket.total(),
                clock.instant(),
                basket.assign(),
                esims == 0
                        ? List.of()
                        : Stream.generate(numbers::esim).limit(esims).toList(),
                foreign);
    }
}
