package io.esimhub.suppliers.stock;

import io.esimhub.suppliers.SupplierAnswer;
import io.esimhub.suppliers.SupplierAnswer.Cause;
import io.esimhub.suppliers.SupplierAnswer.Refusal;
import io.esimhub.suppliers.SupplierEsim;
import io.esimhub.suppliers.SupplierOrderRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Allocates items to an order, in a short transaction of its own: the purchase is in our books before, and learns the outcome after,
 * exactly as with a supplier far away.
 */
@Component
class Placement {

    private static final Logger LOG = LoggerFactory.getLogger(Placement.class);
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Shelf shelf;
    private final TransactionTemplate own;
    private final Clock clock;

    Placement(Shelf shelf, PlatformTransactionManager transactions, Clock clock) {
        this.shelf = shelf;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** Never throws: until the commit is asked for surely nothing is allocated, and from then on no one knows. */
    SupplierAnswer place(SupplierOrderRequest request) {
        AtomicBoolean committing = new AtomicBoolean();
        try {
            return own.execute(status -> {
                SupplierAnswer answer = allocate(request);
                if (answer instanceof SupplierAnswer.Completed) {
                    committing.set(true);
                } else {
                    status.setRollbackOnly();
                }
                return answer;
            });
        } catch (SecretsClosed closed) {
            LOG.warn("Stock of {} cannot be sold: {}", request.supplierSku(), closed.getMessage());
            return new SupplierAnswer.NotPlaced(Cause.ACCESS, Optional.empty(), closed.getMessage());
        } catch (RuntimeException failed) {
            String cause = failed.getClass().getSimpleName();
            return committing.get()
                    ? new SupplierAnswer.Unknown(cause)
                    : new SupplierAnswer.NotPlaced(Cause.UNREACHABLE, Optional.empty(), cause);
        }
    }

    private SupplierAnswer allocate(SupplierOrderRequest request) {
        Instant now = clock.instant();
        String sku = request.supplierSku();
        Optional<Long> order = shelf.open(request.key(), sku, request.quantity(), now);
        if (order.isEmpty()) {
            return again(request);
        }
        if (shelf.allocate(order.get(), sku, request.quantity(), now)) {
            StockOrder placed = shelf.byKey(request.key()).orElseThrow();
            return new SupplierAnswer.Completed(placed.number(), shelf.handedOver(placed.id()));
        }
        return tooFew(request, now);
    }

    /** The key was here before: the same order is answered with the same items. */
    private SupplierAnswer again(SupplierOrderRequest request) {
        StockOrder known = shelf.byKey(request.key()).orElseThrow();
        List<SupplierEsim> items = shelf.handedOver(known.id());
        boolean same = known.sku().equals(request.supplierSku()) && known.quantity() == request.quantity();
        return same && items.size() == known.quantity()
                ? new SupplierAnswer.Completed(known.number(), items)
                : new SupplierAnswer.Unknown(same ? "ORDER_WAS_TAKEN_BACK" : "KEY_OF_ANOTHER_ORDER");
    }

    private SupplierAnswer tooFew(SupplierOrderRequest request, Instant now) {
        int free = shelf.free(request.supplierSku(), now);
        if (free >= request.quantity()) {
            // another order has them in its hands at this moment, and may leave them
            return new SupplierAnswer.NotPlaced(Cause.BUSY, Optional.of(SOON), "the last items are being allocated");
        }
        return shelf.knows(request.supplierSku())
                ? new SupplierAnswer.Rejected(
                        Refusal.OUT_OF_STOCK, free + " in stock, " + request.quantity() + " asked for")
                : new SupplierAnswer.Rejected(Refusal.UNKNOWN_BUNDLE, "stock never had any of this SKU");
    }
}
