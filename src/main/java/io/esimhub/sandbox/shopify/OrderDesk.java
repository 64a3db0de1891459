package io.esimhub.sandbox.shopify;

import graphql.schema.DataFetchingEnvironment;
import io.esimhub.sandbox.storefront.ListKey;
import io.esimhub.sandbox.storefront.ListPage;
import io.esimhub.sandbox.storefront.MarketOrder;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** The questions about orders. */
@Component
class OrderDesk {

    private final AppAccess access;

    OrderDesk(AppAccess access) {
        this.access = access;
    }

    Object order(DataFetchingEnvironment call) {
        String gid = call.getArgument("id");
        return access.order(gid.substring(gid.lastIndexOf('/') + 1))
                .map(AdminNodes::order)
                .orElse(null);
    }

    Object orders(DataFetchingEnvironment call) {
        if (call.getArgument("last") != null || call.getArgument("before") != null) {
            return Connections.refused(call, "The sandbox reads orders forwards only: first and after");
        }
        ListPage page;
        try {
            page = page(call);
        } catch (IllegalArgumentException e) {
            return Connections.refused(call, e.getMessage());
        }
        AdminCall circumstances = AdminCall.of(call);
        if (circumstances.bill().isPresent()
                && !circumstances.bill().get().orders(page.entries().size())) {
            return Connections.refused(call, "Throttled");
        }
        return Connections.connection(
                page.entries().stream()
                        .map(entry -> AdminNodes.order(entry.order()))
                        .toList(),
                page.entries().stream().map(entry -> Cursors.of(entry.key())).toList(),
                call.getArgument("after") != null,
                page.more());
    }

    Object count(DataFetchingEnvironment call) {
        Predicate<MarketOrder> wanted;
        try {
            wanted = OrderSearch.of(call.getArgument("query"));
        } catch (IllegalArgumentException e) {
            return Connections.refused(call, e.getMessage());
        }
        long count = access.orders().filter(wanted).count();
        Integer limit = call.getArgument("limit");
        return limit == null || count < limit
                ? Map.of("count", (int) count, "precision", "EXACT")
                : Map.of("count", limit, "precision", "AT_LEAST");
    }

    private ListPage page(DataFetchingEnvironment call) {
        Comparator<ListKey> direction = Boolean.TRUE.equals(call.getArgument("reverse"))
                ? Comparator.reverseOrder()
                : Comparator.naturalOrder();
        return ListPage.of(
                access.orders().filter(OrderSearch.of(call.getArgument("query"))),
                sorting(call.getArgument("sortKey")),
                direction,
                Cursors.key(call.getArgument("after")),
                Connections.size(call));
    }

    private static Function<MarketOrder, ListKey> sorting(String sortKey) {
        return switch (String.valueOf(sortKey)) {
            case "UPDATED_AT" -> order -> new ListKey(order.updatedAt(), order.id());
            // all ids have as many digits
            case "ID" -> order -> new ListKey(Instant.EPOCH, order.id());
            default -> order -> new ListKey(order.createdAt(), order.id());
        };
    }
}
