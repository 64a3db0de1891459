package io.esimhub.sandbox.shopify;

import io.esimhub.sandbox.SandboxClock;
import io.esimhub.sandbox.SandboxProperties;
import io.esimhub.sandbox.storefront.MarketBooks;
import io.esimhub.sandbox.storefront.MarketOrder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the app's scopes let it see: without {@code read_all_orders} no order of more than 60 days ago, and nothing says so. */
@Component
class AppAccess {

    private static final String ALL = "read_all_orders";
    private static final Duration REACH = Duration.ofDays(60);

    private final MarketBooks books;
    private final SandboxClock clock;
    private final List<String> scopes;

    AppAccess(MarketBooks books, SandboxClock clock, SandboxProperties settings) {
        this.books = books;
        this.clock = clock;
        this.scopes = settings.shopify().scopes();
    }

    Map<String, Object> installation() {
        return Map.of(
                "id",
                AdminNodes.gid("AppInstallation", "1"),
                "accessScopes",
                scopes.stream()
                        .map(scope -> Map.of("handle", scope, "description", scope.replace('_', ' ')))
                        .toList());
    }

    Stream<MarketOrder> orders() {
        return books.of(ShopifyCopy.CODE).stream().filter(this::sees);
    }

    Optional<MarketOrder> order(String id) {
        return books.find(ShopifyCopy.CODE, id).filter(this::sees);
    }

    private boolean sees(MarketOrder order) {
        return scopes.contains(ALL)
                || !order.createdAt().isBefore(clock.instant().minus(REACH));
    }
}
