package io.esimhub.fulfillment;

import io.esimhub.operations.database.EnvironmentMark;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What would have been bought, while another system still buys. The units are held back for good: what is switched on later must not
 * buy again what that system has served.
 */
@Component
class ShadowPurchases {

    private static final String INSERT =
            """
            insert into fulfillment.shadow_purchases (request_id, key, supplier, supplier_sku, quantity, unit_cost, cost_currency, at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (key) do nothing""";

    private final JdbcTemplate jdbc;
    private final SupplierLimits limits;
    private final UnitKeeper keeper;
    private final EnvironmentMark environment;
    private final Clock clock;

    ShadowPurchases(
            JdbcTemplate jdbc, SupplierLimits limits, UnitKeeper keeper, EnvironmentMark environment, Clock clock) {
        this.jdbc = jdbc;
        this.limits = limits;
        this.keeper = keeper;
        this.environment = environment;
        this.clock = clock;
    }

    void write(OrderRun run, OrderBook book, Request request, List<Unit> owed, VariantChoice choice, int epoch) {
        Variant variant = choice.chosen().orElseThrow();
        run.tell("variant chosen", choice.told(request.sku()));
        List<Unit> left = owed;
        while (!left.isEmpty()) {
            List<Unit> covered = UnitBatch.first(left, limits.maxQuantity(variant.supplier()));
            write(book, request, covered, variant, epoch);
            run.tell(
                    "would have been bought",
                    Map.of(
                            "supplier", variant.supplier(),
                            "bundle", variant.supplierSku(),
                            "quantity", covered.size(),
                            "cost", variant.cost().times(covered.size()).toString()));
            left = left.subList(covered.size(), left.size());
        }
        keeper.holdBack(run, book, request, owed, ParkingReason.SHADOW);
    }

    private void write(OrderBook book, Request request, List<Unit> covered, Variant variant, int epoch) {
        jdbc.update(
                INSERT,
                request.id(),
                PurchaseKey.of(
                        environment.id(),
                        book.order().identity(),
                        request.lineRef(),
                        covered.get(0).ordinal(),
                        epoch),
                variant.supplier(),
                variant.supplierSku(),
                covered.size(),
                variant.cost().amount(),
                variant.cost().currency(),
                Timestamp.from(clock.instant()));
    }
}
