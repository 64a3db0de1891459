package io.esimhub.sandbox.shop;

import io.esimhub.sandbox.BundlePrice;
import io.esimhub.sandbox.SandboxProperties;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** What bundles cost, and which are sold no more. What was set over HTTP lasts until the process ends. */
@Component
public class Prices {

    private final Map<String, Map<String, BigDecimal>> prices = new ConcurrentHashMap<>();
    private final Set<String> withdrawn = ConcurrentHashMap.newKeySet();

    Prices(SandboxProperties settings, PriceList list) {
        list.read(settings.priceList()).forEach(this::set);
        settings.prices().forEach(this::set);
    }

    /** @param otherwise the supplier's default */
    public BigDecimal of(String supplier, String bundle, BigDecimal otherwise) {
        return at(supplier).getOrDefault(bundle, otherwise);
    }

    /** The bundles whose price was set, by name. */
    public List<BundlePrice> listed(String supplier) {
        return new TreeMap<>(at(supplier))
                .entrySet().stream()
                        .map(entry -> new BundlePrice(supplier, entry.getKey(), entry.getValue()))
                        .toList();
    }

    void set(BundlePrice price) {
        at(price.supplier()).put(price.bundle(), price.price());
        withdrawn.remove(price.supplier() + "/" + price.bundle());
    }

    /** The bundle leaves the supplier's list, and nobody can order it until it has a price again. */
    void withdraw(String supplier, String bundle) {
        withdrawn.add(supplier + "/" + bundle);
        at(supplier).remove(bundle);
    }

    boolean isWithdrawn(String supplier, String bundle) {
        return withdrawn.contains(supplier + "/" + bundle);
    }

    List<BundlePrice> all() {
        return prices.keySet().stream()
                .sorted()
                .flatMap(supplier -> listed(supplier).stream())
                .toList();
    }

    private Map<String, BigDecimal> at(String supplier) {
        return prices.computeIfAbsent(supplier, code -> new ConcurrentHashMap<>());
    }
}
