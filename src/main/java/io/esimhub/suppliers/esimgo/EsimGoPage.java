package io.esimhub.suppliers.esimgo;

import io.esimhub.suppliers.OrderWindow;
import io.esimhub.suppliers.SupplierOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Where the reading of eSIM Go's list stands. Mutable, and only ever in one exchange's hands. */
final class EsimGoPage {

    static final int SIZE = 100;
    private static final int MOST_PAGES = 200;

    private final OrderWindow window;
    private final List<SupplierOrder> orders = new ArrayList<>();
    private Instant supplierClock;
    private int page = 1;
    private boolean more = true;

    EsimGoPage(OrderWindow window) {
        this.window = window;
    }

    OrderWindow window() {
        return window;
    }

    int page() {
        return page;
    }

    /** For the route's loop. */
    public boolean isMore() {
        return more;
    }

    List<SupplierOrder> orders() {
        return orders;
    }

    Instant supplierClock() {
        return supplierClock;
    }

    /** @throws IllegalStateException if the list does not end: half a list proves nothing */
    void add(List<SupplierOrder> found, Instant clock) {
        boolean repeated = !found.isEmpty()
                && orders.stream()
                        .anyMatch(order -> order.reference().equals(found.get(0).reference()));
        if (repeated) {
            throw new IllegalStateException("eSIM Go answered page " + page + " with orders of the page before");
        }
        orders.addAll(found);
        supplierClock = clock;
        more = found.size() >= SIZE;
        page++;
        if (more && page > MOST_PAGES) {
            throw new IllegalStateException("eSIM Go's list has more than " + MOST_PAGES + " pages");
        }
    }
}
