package io.esimhub.suppliers.redteago;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.esimhub.model.Money;
import io.esimhub.suppliers.SupplierOrderRequest;
import java.math.RoundingMode;
import java.util.List;

/**
 * The body of {@code /esim/order}. It depends on nothing but the request, so that an order sent again under its key is the
 * same to the byte.
 *
 * @param transactionId our key; sent again, it is answered with the first order
 * @param amount what all of it may cost, in 1/10000 USD; another price is refused (200006)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RedteagoOrder(String transactionId, Long amount, List<Package> packageInfoList) {

    private static final String CURRENCY = "USD";
    private static final int PLACES = 4;

    /**
     * Either slug or packageCode.
     *
     * @param price of one, in 1/10000 USD; another price is refused (200005)
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Package(String slug, String packageCode, int count, Long price) {}

    /** A cost in another currency than the vendor's cannot guard the price, and is left out. */
    static RedteagoOrder of(SupplierOrderRequest request) {
        boolean slug = isSlug(request.supplierSku());
        boolean guarded = CURRENCY.equals(request.unitCost().currency());
        Long price = guarded ? tenThousandths(request.unitCost()) : null;
        Package one = new Package(
                slug ? request.supplierSku() : null, slug ? null : request.supplierSku(), request.quantity(), price);
        return new RedteagoOrder(request.key(), guarded ? price * request.quantity() : null, List.of(one));
    }

    /** Slugs are place_volume_days ({@code GB_1_7}); package codes ({@code CKH139}) have no underscore. */
    private static boolean isSlug(String supplierSku) {
        return supplierSku.indexOf('_') >= 0;
    }

    private static long tenThousandths(Money money) {
        return money.amount()
                .movePointRight(PLACES)
                .setScale(0, RoundingMode.UNNECESSARY)
                .longValueExact();
    }
}
