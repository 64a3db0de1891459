package io.esimhub.suppliers.stock;

import io.esimhub.suppliers.CancelAnswer;
import io.esimhub.suppliers.EsimReference;
import io.esimhub.suppliers.EsimStatus;
import io.esimhub.suppliers.EsimStatus.Stage;
import io.esimhub.suppliers.FindAnswer;
import io.esimhub.suppliers.OrderWindow;
import io.esimhub.suppliers.SupplierAnswer;
import io.esimhub.suppliers.SupplierListing;
import io.esimhub.suppliers.SupplierOffers;
import io.esimhub.suppliers.SupplierOrder;
import io.esimhub.suppliers.SupplierOrderRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The steps of the stock's routes. */
@Component("stock")
class Stock {

    private final Placement placement;
    private final TakingBack takingBack;
    private final Shelf shelf;
    private final Holdings holdings;
    private final StockLevels levels;
    private final Clock clock;

    Stock(Placement placement, TakingBack takingBack, Shelf shelf, Holdings holdings, StockLevels levels, Clock clock) {
        this.placement = placement;
        this.takingBack = takingBack;
        this.shelf = shelf;
        this.holdings = holdings;
        this.levels = levels;
        this.clock = clock;
    }

    public SupplierAnswer place(SupplierOrderRequest request) {
        return placement.place(request);
    }

    public FindAnswer find(String number) {
        return shelf.byNumber(number)
                .<FindAnswer>map(order -> new FindAnswer.Allocated(shelf.handedOver(order.id())))
                .orElseGet(() -> new FindAnswer.NotFound("stock has no order of this number"));
    }

    /** A question for one key needs no window: our own books forget nothing. */
    public SupplierListing list(OrderWindow window) {
        List<StockOrder> orders = window.key()
                .map(key -> shelf.byKey(key).stream().toList())
                .orElseGet(() -> shelf.between(window.from(), window.to()));
        return new SupplierListing(orders.stream().map(this::listed).toList(), Optional.of(clock.instant()));
    }

    public SupplierOffers catalog() {
        return new SupplierOffers(levels.offers());
    }

    public CancelAnswer cancel(EsimReference reference) {
        return takingBack.cancel(reference);
    }

    /**
     * Nobody tells us when a phone installs an eSIM of ours, so one that is with its customer stays new, also when it was withdrawn
     * from sale: it is not given back.
     */
    public EsimStatus status(EsimReference reference) {
        HeldItem item = TakingBack.allocation(reference.supplierEsimId())
                .flatMap(holdings::byAllocation)
                .orElseThrow(() -> new IllegalArgumentException("stock never allocated " + reference.supplierEsimId()));
        boolean activated = item.live() && "ACTIVATED".equals(item.state());
        Optional<Instant> expires =
                item.expiresOn().map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant());
        return new EsimStatus(
                activated ? Stage.ACTIVE : item.live() || item.ended("WITHDRAWN") ? Stage.NEW : Stage.CANCELLED,
                Optional.empty(),
                activated ? Optional.of(item.changedAt()) : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                expires);
    }

    private SupplierOrder listed(StockOrder order) {
        return new SupplierOrder(
                order.number(),
                Optional.of(order.key()),
                order.sku(),
                order.quantity(),
                Optional.empty(),
                order.at(),
                shelf.handedOver(order.id()));
    }
}
