package io.esimhub.fulfillment;

import io.esimhub.catalog.MarginRules;
import io.esimhub.suppliers.SupplierStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        List<Offered> offers = offered.of(wish.sku());
        return choose(offers, free(offers.stream()), wish);
    }

    /** What an order of one of each product would get at this moment. */
    Map<String, VariantChoice> chooseOne(Collection<String> skus) {
        Map<String, List<Offered>> offers = offered.of(skus);
        Map<Long, Integer> free = free(offers.values().stream().flatMap(List::stream));
        return skus.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        sku -> choose(offers.getOrDefault(sku, List.of()), free, Wish.of(sku, 1)),
                        (one, same) -> one));
    }

    private Map<Long, Integer> free(Stream<Offered> offers) {
        return onHand.of(offers.map(Offered::variant).toList());
    }

    private VariantChoice choose(List<Offered> offers, Map<Long, Integer> free, Wish wish) {
        return VariantChoice.among(
                        offers.stream()
                                .map(each ->
                                        consider(each, free.get(each.variant().id()), wish))
                                .toList(),
                        margins::in)
                .during(offers.stream().findFirst().flatMap(Offered::recovery));
    }

    /** @param free how many there are; null where only the supplier knows */
    private Considered consider(Offered each, Integer free, Wish wish) {
        Variant variant = each.variant();
        return VariantRules.consider(
                suppliers.prepaid(variant.supplier()) ? each : each.invoiced(),
                wish,
                suppliers.obstacle(variant.supplier()),
                Optional.ofNullable(free),
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
