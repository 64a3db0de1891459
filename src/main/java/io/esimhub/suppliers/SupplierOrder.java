package io.esimhub.suppliers;

import io.esimhub.model.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An order in the supplier's books.
 *
 * @param reference the supplier's number of it
 * @param key our key, where the supplier keeps it
 * @param supplierSku the bundle; empty if the order mixes several
 * @param total what the supplier charged, where its list says so
 * @param createdAt on the supplier's clock
 * @param esims those that are allocated by now, fewer than quantity while the supplier is still at it
 */
public record SupplierOrder(
        String reference,
        Optional<String> key,
        String supplierSku,
        int quantity,
        Optional<Money> total,
        Instant createdAt,
        List<SupplierEsim> esims) {}
