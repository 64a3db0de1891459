package io.esimhub.fulfillment;

import io.esimhub.model.Money;
import io.esimhub.suppliers.SupplierAccount;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A variant as it stands now, with what its product promises and what is known of its supplier's account.
 *
 * @param promised countries of the product
 * @param listPrice of the product
 * @param marginFloor of the product, per cent
 * @param recovery set while nothing is bought anew, as the database was restored
 */
record Offered(
        Variant variant,
        List<String> promised,
        Optional<Money> listPrice,
        Optional<BigDecimal> marginFloor,
        SupplierAccount account,
        Optional<Recovery> recovery) {

    /** Its supplier sends invoices: what the account holds does not matter. */
    Offered invoiced() {
        return new Offered(variant, promised, listPrice, marginFloor, account.invoiced(), recovery);
    }
}
