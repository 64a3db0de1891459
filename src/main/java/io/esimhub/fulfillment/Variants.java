package io.esimhub.fulfillment;

import io.esimhub.catalog.MarginRules;
import io.esimhub.suppliers.SupplierStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Looks at every variant of a product as it stands now, and chooses. */
@Component
class Variants {

    /** What suppliers refused for this line since the unit was last (re)opened for choice. */
    private static final String REFUSED =
            """
            select distinct on (p.supplier, p.supplier_sku) p.supplier || ' ' || p.supplier_sku, p.outcome
            from fulfillment.purchases p
            where p.request_id = ? and p.state = 'REJECTED' and p.answered_at >= ?
            order by p.supplier, p.supplier_sku, p.id desc""";

    private final OfferedVariants offered;
    private final MarginRules margins;
    private final SupplierStatus suppliers;
    private final OnHand onHand;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    Variants(
            OfferedVariants offered,
            MarginRules margins,
            SupplierStatus suppliers,
            OnHand onHand,
            JdbcTemplate jdbc,
            Clock clock) {
        this.offered = offered;
        this.margins = margins;
        this.suppliers = suppliers;
        this.onHand = onHand;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether the catalog sells this SKU at all, in any status. */
    boolean known(String sku) {
        return offered.known(sku);
    }

    /**
     * @param owed the units of the line that are to be bought, not empty
     * @param before what the first of them took part in
     */
    VariantChoice choose(Request line, List<Unit> owed, List<FormerPurchase> before, Optional<String> onlySupplier) {
        Map<String, String> refused = before.isEmpty() ? Map.of() : refused(owed.get(0));
        Map<String, Instant> notBoughtAt = before.stream()
                .filter(purchase -> purchase.state() == PurchaseState.NOT_BOUGHT)
                .collect(Collectors.toMap(
                        FormerPurchase::supplier,
                        purchase -> purchase.answeredAt().orElse(Instant.EPOCH),
                        (one, other) -> one.isAfter(other) ? one : other));
        return choose(new Wish(line.sku(), line.quantity(), owed.size(), refused, onlySupplier, notBoughtAt));
    }

    VariantChoice choose(Wish wish) {
        return choose(offered.of(wish.sku()), wish);
    }

    /** What is offered for each of many products, at one moment; a product without a variant is missing. */
    Map<String, List<Offered>> offered(Collection<String> skus) {
        return offered.of(skus);
    }

    VariantChoice choose(List<Offered> offers, Wish wish) {
        return VariantChoice.among(
                        offers.stream().map(each -> consider(each, wish)).toList(), margins::in)
                .during(offers.stream().findFirst().flatMap(Offered::recovery));
    }

    private Considered consider(Offered each, Wish wish) {
        Variant variant = each.variant();
        return VariantRules.consider(
                suppliers.prepaid(variant.supplier()) ? each : each.invoiced(),
                wish,
                suppliers.obstacle(variant.supplier()),
                onHand.of(variant),
                margins.judge(each.listPrice(), variant.cost(), each.marginFloor()),
                clock.instant());
    }

    private Map<String, String> refused(Unit unit) {
        return jdbc
                .query(
                        REFUSED,
                        (row, n) -> Map.entry(row.getString(1), row.getString(2)),
                        unit.requestId(),
                        java.sql.Timestamp.from(unit.consideredFrom()))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
