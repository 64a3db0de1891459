package io.esimhub.catalog.sync;

import io.esimhub.catalog.sync.Change.Kind;
import io.esimhub.model.Money;
import io.esimhub.suppliers.SupplierOffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a supplier's list changes: decided from values to values, written by {@link SyncBooks}. Whatever is not plain stays as it is and
 * is reported.
 */
class SyncPlan {

    /** A variant costs something else from now on. */
    record NewCost(LinkedVariant variant, Money cost) {}

    private final Map<String, SupplierOffer> offers = new LinkedHashMap<>();
    private final List<String> vanished = new ArrayList<>();
    private final List<NewCost> costs = new ArrayList<>();
    private final List<LinkedVariant> withdrawn = new ArrayList<>();
    private final List<LinkedVariant> restored = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();

    /**
     * @param listed the whole list, one that is believed
     * @param known every offer that was ever in one
     */
    SyncPlan(List<SupplierOffer> listed, List<KnownOffer> known, List<LinkedVariant> variants) {
        listed.forEach(this::take);
        compare(known);
        Names<SupplierOffer> now = new Names<>(offers(), SupplierOffer::supplierSku, SupplierOffer::otherNames);
        Names<KnownOffer> before = new Names<>(known, KnownOffer::supplierSku, KnownOffer::otherNames);
        variants.forEach(variant -> judge(variant, now, before));
    }

    List<SupplierOffer> offers() {
        return List.copyOf(offers.values());
    }

    List<String> vanished() {
        return vanished;
    }

    List<NewCost> costs() {
        return costs;
    }

    List<LinkedVariant> withdrawn() {
        return withdrawn;
    }

    List<LinkedVariant> restored() {
        return restored;
    }

    List<Change> changes() {
        return changes;
    }

    /** Products that may be bought now where they could not be before. */
    Set<String> mended() {
        Set<String> skus = new LinkedHashSet<>();
        restored.forEach(variant -> skus.add(variant.sku()));
        costs.forEach(cost -> skus.add(cost.variant().sku()));
        return skus;
    }

    private void take(SupplierOffer offer) {
        SupplierOffer first = offers.putIfAbsent(offer.supplierSku(), offer);
        if (first != null && !first.equals(offer)) {
            changes.add(Change.of(Kind.OFFER_LISTED_TWICE, offer.supplierSku()));
        }
    }

    private void compare(List<KnownOffer> known) {
        Map<String, KnownOffer> before = new LinkedHashMap<>();
        known.forEach(offer -> before.put(offer.supplierSku(), offer));
        offers.values().forEach(offer -> {
            KnownOffer old = before.remove(offer.supplierSku());
            if (old == null) {
                changes.add(Change.of(Kind.OFFER_NEW, offer.supplierSku()));
            } else if (old.gone()) {
                changes.add(Change.of(Kind.OFFER_RETURNED, offer.supplierSku()));
            } else if (!old.cost().equals(offer.cost())) {
                changes.add(new Change(
                        Kind.OFFER_COST, offer.supplierSku(), null, Change.fromTo(old.cost(), offer.cost())));
            }
        });
        before.values().stream().filter(offer -> !offer.gone()).forEach(offer -> {
            vanished.add(offer.supplierSku());
            changes.add(Change.of(Kind.OFFER_VANISHED, offer.supplierSku()));
        });
    }

    private void judge(LinkedVariant variant, Names<SupplierOffer> now, Names<KnownOffer> before) {
        String name = variant.supplierSku();
        Optional<SupplierOffer> offer = now.find(name);
        if (now.ambiguous(name)) {
            changes.add(Change.of(Kind.VARIANT_AMBIGUOUS, variant, Map.of()));
        } else if (offer.isPresent()) {
            price(variant, offer.get());
            compareWithProduct(variant, offer.get());
            if (offer.get().available()) {
                restore(variant);
            } else {
                withdraw(variant, "not available");
            }
        } else if (before.find(name).isPresent() || before.ambiguous(name)) {
            withdraw(variant, "not listed any more");
        } else {
            changes.add(Change.of(Kind.VARIANT_NEVER_LISTED, variant, Map.of()));
        }
    }

    private void price(LinkedVariant variant, SupplierOffer offer) {
        if (offer.cost().equals(variant.cost())) {
            return;
        }
        Map<String, Object> fromTo = Change.fromTo(variant.cost(), offer.cost());
        if (!offer.cost().currency().equals(variant.cost().currency())) {
            changes.add(Change.of(Kind.VARIANT_OTHER_CURRENCY, variant, fromTo));
        } else if (offer.cost().amount().signum() <= 0) {
            changes.add(Change.of(Kind.VARIANT_FREE_OF_CHARGE, variant, fromTo));
        } else {
            costs.add(new NewCost(variant, offer.cost()));
            changes.add(Change.of(Kind.VARIANT_COST, variant, fromTo));
        }
    }

    private void compareWithProduct(LinkedVariant variant, SupplierOffer offer) {
        Map<String, Object> differences = variant.promise().differences(offer);
        if (!differences.isEmpty()) {
            changes.add(Change.of(Kind.VARIANT_DIFFERS, variant, differences));
        }
    }

    /** Only what was withdrawn by a list comes back by a list; a person's "inactive" stays. */
    private void restore(LinkedVariant variant) {
        if (!variant.active() && variant.withdrawn()) {
            restored.add(variant);
            changes.add(Change.of(Kind.VARIANT_RESTORED, variant, Map.of()));
        }
    }

    private void withdraw(LinkedVariant variant, String why) {
        if (variant.active()) {
            withdrawn.add(variant);
            changes.add(Change.of(Kind.VARIANT_WITHDRAWN, variant, Map.of("why", why)));
        }
    }
}
