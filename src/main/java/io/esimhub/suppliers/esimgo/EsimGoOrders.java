package io.esimhub.suppliers.esimgo;

import io.esimhub.model.ActivationCode;
import io.esimhub.model.Money;
import io.esimhub.suppliers.SupplierEsim;
import io.esimhub.suppliers.SupplierOrder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** eSIM Go's order in our words. Whatever does not fit throws, and the caller decides what that means for money. */
final class EsimGoOrders {

    private static final int PLACES = 4;

    private EsimGoOrders() {}

    /** @throws IllegalArgumentException if one of them lacks what a phone needs, or comes twice */
    static List<SupplierEsim> esims(EsimGoOrder order) {
        return esims(order.items().stream().flatMap(item -> item.all().stream()).toList());
    }

    /** @throws IllegalArgumentException likewise */
    static List<SupplierEsim> esims(List<EsimGoOrder.Esim> shown) {
        List<SupplierEsim> esims = shown.stream().map(EsimGoOrders::esim).toList();
        if (esims.stream().map(SupplierEsim::supplierEsimId).distinct().count() < esims.size()) {
            throw new IllegalArgumentException("the same ICCID twice");
        }
        return esims;
    }

    /** @throws RuntimeException if the order has no reference or no readable date: half a list proves nothing */
    static SupplierOrder listed(EsimGoOrder order) {
        if (!order.hasReference()) {
            throw new IllegalArgumentException("an order without its reference");
        }
        List<String> items =
                order.items().stream().map(EsimGoOrder.Item::item).distinct().toList();
        return new SupplierOrder(
                order.orderReference(),
                Optional.empty(),
                items.size() == 1 && items.get(0) != null ? items.get(0) : "",
                order.sold(),
                total(order.total(), order.currency()),
                createdAt(order.createdDate()),
                allOrNone(order));
    }

    /** The ICCID is eSIM Go's own identity of an eSIM. */
    private static SupplierEsim esim(EsimGoOrder.Esim esim) {
        String iccid = esim.iccid();
        if (iccid == null
                || !iccid.matches("[0-9]{18,22}")
                || isBlank(esim.smdpAddress())
                || isBlank(esim.matchingId())) {
            throw new IllegalArgumentException("an eSIM without ICCID, SM-DP+ address or matching id");
        }
        ActivationCode code = ActivationCode.of(esim.smdpAddress(), esim.matchingId());
        return SupplierEsim.esim(iccid, Optional.of(iccid), code, Optional.empty());
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    /** Totals are JSON fractions (the schema says float) and may show more places than money has. */
    private static Optional<Money> total(BigDecimal total, String currency) {
        return total == null || isBlank(currency)
                ? Optional.empty()
                : Optional.of(new Money(total.setScale(PLACES, RoundingMode.HALF_UP), currency));
    }

    /** UTC unless it says otherwise; up to nanoseconds. */
    private static Instant createdAt(String text) {
        String date = text.strip().replace(' ', 'T');
        boolean zoned = date.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$");
        return OffsetDateTime.parse(zoned ? date : date + "Z").toInstant();
    }

    /** A list without the eSIMs' details is no error: they are asked for by reference then. */
    private static List<SupplierEsim> allOrNone(EsimGoOrder order) {
        try {
            return esims(order);
        } catch (IllegalArgumentException incomplete) {
            return List.of();
        }
    }
}
