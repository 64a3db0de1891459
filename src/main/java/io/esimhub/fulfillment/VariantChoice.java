package io.esimhub.fulfillment;

import io.esimhub.model.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Which variant is bought: of those that can be, the lowest priority number, then the lowest cost, then the oldest.
 *
 * @param considered all of them with their reasons, for the timeline
 * @param recovery set while it may only be looked for, and not bought
 */
record VariantChoice(Optional<Variant> chosen, List<Considered> considered, Optional<Recovery> recovery) {

    /** All costs in one currency. */
    static VariantChoice among(List<Considered> variants) {
        return among(variants, (currency, cost) -> Optional.of(cost.amount()));
    }

    /** @param converted an amount in another currency; empty without a rate: such a variant comes after the others of its priority */
    static VariantChoice among(List<Considered> variants, BiFunction<String, Money, Optional<BigDecimal>> converted) {
        List<Variant> fit = variants.stream()
                .filter(each -> each.excluded().isEmpty())
                .map(Considered::variant)
                .toList();
        Optional<Variant> best = fit.stream()
                .min(Comparator.comparingInt(Variant::priority)
                        .thenComparing(
                                variant -> converted.apply(fit.get(0).cost().currency(), variant.cost()),
                                Comparator.comparing(
                                        cost -> cost.orElse(null), Comparator.nullsLast(Comparator.naturalOrder())))
                        .thenComparingLong(Variant::id));
        return new VariantChoice(best, variants, Optional.empty());
    }

    VariantChoice during(Optional<Recovery> underWay) {
        return new VariantChoice(chosen, considered, underWay);
    }

    /** When to look again, if none can be bought now but one may soon. */
    Optional<Duration> again() {
        return chosen.isPresent()
                ? Optional.empty()
                : considered.stream().flatMap(each -> each.again().stream()).min(Comparator.naturalOrder());
    }

    /** The last obstacle to all of them is money at the supplier. */
    boolean lacksFunds() {
        return considered.stream()
                .anyMatch(
                        each -> each.excluded().filter(Considered.FUNDS::equals).isPresent());
    }

    /** All but the chosen one, each with why not. */
    List<NotChosen> notChosen() {
        return considered.stream()
                .filter(each ->
                        chosen.filter(best -> best.id() == each.variant().id()).isEmpty())
                .map(each -> new NotChosen(
                        each.variant().supplier(),
                        each.variant().supplierSku(),
                        each.excluded()
                                .or(() -> chosen.map(best -> worse(each.variant(), best)))
                                .orElse("fit")))
                .toList();
    }

    /** What could not be judged of the chosen one. */
    Optional<String> note() {
        return chosen.flatMap(best -> considered.stream()
                .filter(each -> each.variant().id() == best.id())
                .findFirst()
                .flatMap(Considered::note));
    }

    /** For the timeline. */
    Map<String, Object> told(String sku) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("sku", sku);
        chosen.ifPresent(best -> {
            details.put("supplier", best.supplier());
            details.put("bundle", best.supplierSku());
            details.put("cost", best.cost().toString());
        });
        note().ifPresent(note -> details.put("note", note));
        details.put("notChosen", notChosen());
        return details;
    }

    /** One sentence for a case. */
    String reasons() {
        return considered.isEmpty()
                ? "the catalog has no variant"
                : notChosen().stream()
                        .map(each -> each.supplier() + " " + each.bundle() + ": " + each.why())
                        .collect(Collectors.joining("; "));
    }

    private static String worse(Variant other, Variant chosen) {
        return other.priority() == chosen.priority()
                ? "not cheaper: " + other.cost()
                : "priority " + other.priority() + " after " + chosen.priority();
    }
}
