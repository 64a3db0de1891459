package io.esimhub.suppliers.esimgo;

import io.esimhub.model.ActivationCode;
import io.esimhub.model.Money;
import io.esimhub.suppliers.SupplierEsim;
import io.esimhub.suppliers.SupplierOrder;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** eSIM Go's order in our words. Whatever does not fit throws, and the caller decides what that means for money. */
final class EsimGoOrders {

    private EsimGoOrders() {}

    /** Every eSIM of the order that has all a phone needs. */
    static List<SupplierEsim> esims(EsimGoOrder order) {
        List<SupplierEsim> esims = new ArrayList<>();
        for (EsimGoOrder.Item item : order.items()) {
            for (EsimGoOrder.Esim esim : item.esims() == null ? List.<EsimGoOrder.Esim>of() : item.esims()) {
                esims.add(esim(esim.iccid(), esim.smdpAddress(), esim.matchingId()));
            }
        }
        return esims;
    }

    /** The ICCID is eSIM Go's own identity of an eSIM. */
    static SupplierEsim esim(String iccid, String smdpAddress, String matchingId) {
        if (iccid == null || !iccid.matches("[0-9]{18,20}") || smdpAddress == null || matchingId == null) {
            throw new IllegalArgumentException("an eSIM without ICCID, SM-DP+ address or matching id");
        }
        return new SupplierEsim(
                iccid, Optional.of(iccid), ActivationCode.of(smdpAddress, matchingId), Optional.empty());
    }

    static SupplierOrder listed(EsimGoOrder order) {
        List<EsimGoOrder.Item> items = order.items();
        boolean single = items.size() == 1;
        return new SupplierOrder(
                order.orderReference(),
                Optional.empty(),
                single ? items.get(0).item() : "",
                items.stream()
                        .mapToInt(item -> item.quantity() == null ? 1 : item.quantity())
                        .sum(),
                order.total() == null || order.currency() == null
                        ? Optional.empty()
                        : Optional.of(new Money(order.total().stripTrailingZeros(), order.currency())),
                OffsetDateTime.parse(order.createdDate()).toInstant(),
                allOrNone(order));
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
