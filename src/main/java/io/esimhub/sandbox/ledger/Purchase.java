package io.esimhub.sandbox.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * An order that a supplier has taken and charged for.
 *
 * @param reference the supplier's own number
 * @param key what the buyer called it, mostly so that a repetition is known as one, or null
 * @param total in USD
 * @param createdAt by the supplier's clock
 * @param assigned false: bought into the inventory, without an eSIM
 * @param esims as many as the quantity, if assigned
 * @param foreign bought by somebody else on the same account
 */
public record Purchase(
        String supplier,
        String reference,
        String key,
        String bundle,
        int quantity,
        BigDecimal total,
        Instant createdAt,
        boolean assigned,
        List<PurchasedEsim> esims,
        boolean foreign)
        implements LedgerEntry {

    public BigDecimal unitPrice() {
        return total.divide(BigDecimal.valueOf(quantity));
    }
}
