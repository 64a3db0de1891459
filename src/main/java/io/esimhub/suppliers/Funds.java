package io.esimhub.suppliers;

import io.esimhub.model.Money;

/** What a balance says about buying again. */
public enum Funds {
    /** There is no money, or as little as when the supplier refused. */
    NONE,
    /** The supplier refused although there seems to be money: one order may try. */
    DOUBTFUL,
    /** Nothing speaks against buying. */
    THERE;

    /** @param least what has to be there before a refusal is forgotten */
    static Funds after(SupplierAccount before, Money balance, Money least) {
        boolean enough = balance.amount().signum() > 0 && balance.amount().compareTo(least.amount()) >= 0;
        boolean rose = before.balance()
                .filter(was -> was.currency().equals(balance.currency()))
                .filter(was -> was.amount().compareTo(balance.amount()) < 0)
                .isPresent();
        if (before.outOfFundsAt().isEmpty()) {
            return balance.amount().signum() > 0 ? THERE : NONE;
        }
        if (rose && balance.amount().signum() > 0) {
            return THERE;
        }
        return enough ? DOUBTFUL : NONE;
    }
}
