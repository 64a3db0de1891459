package io.esimhub.suppliers.redteago;

import io.esimhub.suppliers.OrderWindow;
import io.esimhub.suppliers.SupplierEsim;
import io.esimhub.suppliers.SupplierListing;
import io.esimhub.suppliers.SupplierOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The pages of one listing as they come in. Mutable, and only ever in one exchange's hands. */
final class RedteagoPages {

    /** 100,000 eSIMs: more in one window is a mistake somewhere. */
    private static final int MOST = 200;

    private final OrderWindow window;
    private final List<RedteagoEsim> esims = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private int next = 1;
    private int seen;
    private boolean more = true;
    private Optional<Instant> supplierClock = Optional.empty();

    RedteagoPages(OrderWindow window) {
        this.window = window;
    }

    /** For the route's loop. */
    public boolean isMore() {
        return more;
    }

    RedteagoQuery query() {
        return RedteagoQuery.window(window, next);
    }

    /** @throws IllegalStateException if the pages do not end, or end too early: half a list proves nothing */
    void add(RedteagoEsims page, Optional<Instant> answeredAt) {
        seen += page.esims().size();
        page.esims().stream().filter(this::fresh).forEach(esims::add);
        supplierClock = answeredAt;
        boolean empty = page.esims().isEmpty();
        if (page.total().isPresent() && empty && seen < page.total().getAsInt()) {
            throw new IllegalStateException(
                    "RedteaGO lists " + seen + " eSIMs of " + page.total().getAsInt());
        }
        more = !empty && (page.total().isEmpty() || seen < page.total().getAsInt());
        next++;
        if (more && next > MOST) {
            throw new IllegalStateException("RedteaGO's list has more than " + MOST + " pages");
        }
    }

    /** eSIMs of one order number are one order. */
    SupplierListing listing() {
        Collection<List<RedteagoEsim>> orders = esims.stream()
                .collect(Collectors.groupingBy(RedteagoEsim::orderNo, LinkedHashMap::new, Collectors.toList()))
                .values();
        return new SupplierListing(orders.stream().map(this::order).toList(), supplierClock);
    }

    private SupplierOrder order(List<RedteagoEsim> all) {
        RedteagoEsim first = all.get(0);
        return new SupplierOrder(
                first.orderNo(),
                first.transactionId(),
                all.stream().map(RedteagoEsim::supplierSku).distinct().count() == 1 ? first.supplierSku() : "",
                all.size(),
                Optional.empty(),
                all.stream()
                        .flatMap(esim -> esim.createdAt().stream())
                        .min(Instant::compareTo)
                        .orElse(window.from()),
                ready(all));
    }

    private static List<SupplierEsim> ready(List<RedteagoEsim> all) {
        return all.stream()
                .filter(esim -> !esim.cancelled())
                .flatMap(esim -> esim.ready().stream())
                .toList();
    }

    /** Pages may shift while they are read: an eSIM that comes twice counts once. */
    private boolean fresh(RedteagoEsim esim) {
        return esim.esimTranNo().map(known::add).orElse(true);
    }
}
