package io.esimhub.suppliers.airalo;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.suppliers.OrderWindow;
import io.esimhub.suppliers.SupplierListing;
import io.esimhub.suppliers.SupplierOrder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pages of one listing of orders as they come in. Mutable, and only ever in one exchange's hands. */
final class AiraloPages {

    static final int SIZE = 100;

    private final OrderWindow window;
    private final PageCount count = new PageCount("orders");
    private final Map<String, SupplierOrder> orders = new LinkedHashMap<>();
    private Optional<Instant> supplierClock = Optional.empty();

    AiraloPages(OrderWindow window) {
        this.window = window;
    }

    /** For the route's loop. */
    public boolean isMore() {
        return count.isMore();
    }

    /** By our key, or by day: the vendor's filter of time knows whole days only, and may or may not mean the last one's end. */
    String query() {
        String filter = window.key()
                .map(key -> "filter[description]=" + encoded(key))
                .orElseGet(() -> "filter[created_at]="
                        + encoded(day(window.from()) + " - " + day(window.to().plus(Duration.ofDays(1)))));
        return filter.replace("[", "%5B").replace("]", "%5D") + "&include=sims,status&limit=" + SIZE + "&page="
                + count.next();
    }

    /** @throws IllegalStateException if the list is not whole: half a list proves nothing */
    void add(JsonNode page, Optional<Instant> answeredAt) {
        int before = orders.size();
        int shown = 0;
        for (JsonNode node : page.path("data")) {
            AiraloOrder order = AiraloOrder.of(node);
            if (order.id().isEmpty()) {
                throw new IllegalStateException("an order in Airalo's list has no number");
            }
            // orders that were placed meanwhile push others onto the next page, so some may come twice
            orders.putIfAbsent(order.id().get(), order.listed(window.from()));
            shown++;
        }
        supplierClock = answeredAt;
        count.read(page.path("meta"), shown, orders.size() - before, orders.size());
    }

    /** The vendor's filters are wider than what was asked: by likeness, and by whole days. */
    SupplierListing listing() {
        List<SupplierOrder> asked = orders.values().stream()
                .filter(order -> window.key().isPresent() ? order.key().equals(window.key()) : inWindow(order))
                .toList();
        return new SupplierListing(asked, supplierClock);
    }

    private boolean inWindow(SupplierOrder order) {
        Instant from = window.from().truncatedTo(ChronoUnit.SECONDS);
        return !order.createdAt().isBefore(from) && !order.createdAt().isAfter(window.to());
    }

    private static LocalDate day(Instant time) {
        return time.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
