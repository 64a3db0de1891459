package io.esimhub.suppliers.stock;

import io.esimhub.suppliers.CancelAnswer;
import io.esimhub.suppliers.EsimReference;
import io.esimhub.suppliers.SupplierAnswer.Cause;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes back what is not wanted any more. A code that has left the house may have been copied, and nothing of ours can revoke it: it
 * is never sold again, and the customer still has it.
 */
@Component
class TakingBack {

    private static final String BY = "cancel-stock";

    private final Holdings holdings;
    private final TransactionTemplate own;
    private final Clock clock;

    TakingBack(Holdings holdings, PlatformTransactionManager transactions, Clock clock) {
        this.holdings = holdings;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** Never throws. */
    CancelAnswer cancel(EsimReference reference) {
        AtomicBoolean committing = new AtomicBoolean();
        try {
            return own.execute(status -> {
                CancelAnswer answer = allocation(reference.supplierEsimId())
                        .flatMap(holdings::lock)
                        .map(item -> item.card() ? card(item) : esim(item, reference.handedOver()))
                        .orElseGet(() -> new CancelAnswer.Refused("stock never allocated this"));
                committing.set(true);
                return answer;
            });
        } catch (RuntimeException failed) {
            String cause = failed.getClass().getSimpleName();
            return committing.get()
                    ? new CancelAnswer.Unknown(cause)
                    : new CancelAnswer.NotSent(Cause.UNREACHABLE, Optional.empty(), cause);
        }
    }

    private CancelAnswer esim(HeldItem item, boolean handedOver) {
        if (!item.live()) {
            return ended(item);
        }
        String end = handedOver ? "WITHDRAWN" : "CANCELLED";
        holdings.end(item, end);
        holdings.move(
                item,
                handedOver ? "WITHDRAWN" : "FREE",
                Optional.of(handedOver ? "its code left the house" : "given back before it was mailed"),
                List.of("ALLOCATED"),
                clock.instant(),
                BY);
        return handedOver ? withdrawn() : new CancelAnswer.Cancelled();
    }

    private CancelAnswer card(HeldItem item) {
        if (!item.live()) {
            return ended(item);
        }
        if (List.of("SHIPPED", "ACTIVATED").contains(item.state())) {
            return new CancelAnswer.Refused(
                    "the card is on its way or with the customer; once it is back, book it as returned");
        }
        holdings.end(item, "CANCELLED");
        holdings.move(
                item,
                "FREE",
                Optional.of("given back before it was posted"),
                List.of("ALLOCATED", "PICKED"),
                clock.instant(),
                BY);
        return new CancelAnswer.Cancelled();
    }

    private static CancelAnswer ended(HeldItem item) {
        if (item.ended("CANCELLED")) {
            return new CancelAnswer.Cancelled();
        }
        return item.ended("WITHDRAWN") ? withdrawn() : new CancelAnswer.Refused("it came back already");
    }

    private static CancelAnswer withdrawn() {
        return new CancelAnswer.Refused(
                "withdrawn from stock, but its code was mailed: only the network operator can block it");
    }

    static Optional<Long> allocation(String supplierEsimId) {
        return Optional.ofNullable(supplierEsimId)
                .filter(id -> id.matches("[0-9]{1,18}"))
                .map(Long::valueOf);
    }
}
