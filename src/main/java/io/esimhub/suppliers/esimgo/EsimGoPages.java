package io.esimhub.suppliers.esimgo;

import io.esimhub.suppliers.OrderWindow;
import io.esimhub.suppliers.SupplierListing;
import io.esimhub.suppliers.SupplierOrder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The pages of one listing as they come in. Mutable, and only ever in one exchange's hands.
 *
 * <p>A page that is shorter than asked for is not taken for the last one: how many orders the vendor shows at most is not
 * published, and an order overlooked would be bought again. The list ends where nothing new comes.
 */
final class EsimGoPages {

    static final int SIZE = 100;

    /** 50,000 orders in one window are a mistake somewhere. */
    static final int MOST = 500;

    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final OrderWindow window;
    private final Map<String, SupplierOrder> orders = new LinkedHashMap<>();
    private Optional<Instant> supplierClock = Optional.empty();
    private int page = 1;
    private boolean more = true;

    EsimGoPages(OrderWindow window) {
        this.window = window;
    }

    /** For the route's loop. */
    public boolean isMore() {
        return more;
    }

    /** {@code createdAt} twice with operators is the API's way to say from and to. */
    String query() {
        return "includeIccids=true&page=" + page + "&limit=" + SIZE
                + "&createdAt=" + encoded("gte:" + MILLIS.format(window.from()))
                + "&createdAt=" + encoded("lte:" + MILLIS.format(window.to().plusNanos(999_999)));
    }

    /** @throws IllegalStateException if the list does not end: half a list proves nothing */
    void add(List<SupplierOrder> found, Optional<Instant> answeredAt) {
        int before = orders.size();
        // orders that were placed meanwhile push others onto the next page, so some may come twice
        found.forEach(order -> orders.putIfAbsent(order.reference(), order));
        supplierClock = answeredAt;
        more = orders.size() > before;
        if (!more && found.size() >= SIZE) {
            throw new IllegalStateException("eSIM Go's page " + page + " repeats the pages before");
        }
        page++;
        if (more && page > MOST) {
            throw new IllegalStateException("eSIM Go's list has more than " + MOST + " pages");
        }
    }

    SupplierListing listing() {
        return new SupplierListing(List.copyOf(orders.values()), supplierClock);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
