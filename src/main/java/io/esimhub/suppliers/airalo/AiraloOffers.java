package io.esimhub.suppliers.airalo;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.model.DataVolume;
import io.esimhub.model.Money;
import io.esimhub.suppliers.SupplierOffer;
import io.esimhub.suppliers.SupplierOffers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The pages of the packages: countries, their operators, the operators' packages. What is out of stock is not in it. Mutable, and only
 * ever in one exchange's hands.
 */
final class AiraloOffers {

    /** Countries on a page; a page of 50 has about 2 MB. */
    static final int SIZE = 50;

    private static final int SCALE = 4;

    private final AiraloWords words;
    private final PageCount count = new PageCount("countries");
    private final Map<String, SupplierOffer> offers = new LinkedHashMap<>();
    private final Set<String> places = new TreeSet<>();

    AiraloOffers(AiraloWords words) {
        this.words = words;
    }

    /** For the route's loop. */
    public boolean isMore() {
        return count.isMore();
    }

    String query() {
        return "limit=" + SIZE + "&page=" + count.next();
    }

    /** From the second page on {@code data} may be an object, by the country's number in the list, instead of a list. */
    void add(JsonNode page) {
        int before = places.size();
        int shown = 0;
        for (JsonNode place : page.path("data")) {
            places.add(place.path("slug").asText(place.path("title").asText("")));
            place.path("operators").forEach(operator -> operator(operator, place));
            shown++;
        }
        count.read(page.path("meta"), shown, places.size() - before, places.size());
    }

    SupplierOffers all() {
        return new SupplierOffers(List.copyOf(offers.values()));
    }

    private void operator(JsonNode operator, JsonNode place) {
        List<String> countries = countries(operator, place);
        for (JsonNode bundle : operator.path("packages")) {
            if (bundle.path("type").asText("sim").equals("sim")) {
                SupplierOffer offer = offer(bundle, operator, countries);
                offers.putIfAbsent(offer.supplierSku(), offer);
            }
        }
    }

    private SupplierOffer offer(JsonNode bundle, JsonNode operator, List<String> countries) {
        String name =
                operator.path("title").asText("") + "-" + bundle.path("title").asText("");
        long megabytes = bundle.path("amount").asLong(0);
        boolean unlimited = bundle.path("is_unlimited").asBoolean(false) || megabytes <= 0;
        int days = bundle.path("day").asInt(0);
        return new SupplierOffer(
                AiraloSim.text(bundle, "id")
                        .orElseThrow(() -> new IllegalStateException("a package of Airalo's has no id")),
                List.of(),
                words.of(name),
                cost(bundle),
                true,
                countries,
                unlimited ? Optional.empty() : Optional.of(DataVolume.megabytes(megabytes, DataVolume.Base.BINARY)),
                days > 0 ? Optional.of(days) : Optional.empty());
    }

    /** In USD. A package without a net price counts at its least retail price: costs are never made out to be lower than they are. */
    private static Money cost(JsonNode bundle) {
        return AiraloSim.text(bundle, "net_price")
                .or(() -> AiraloSim.text(bundle.path("prices").path("net_price"), "USD"))
                .or(() -> AiraloSim.text(bundle, "price"))
                .map(BigDecimal::new)
                .map(amount -> new Money(amount.setScale(SCALE, RoundingMode.HALF_UP), "USD"))
                .orElseThrow(() -> new IllegalStateException("a package of Airalo's has no price"));
    }

    private static List<String> countries(JsonNode operator, JsonNode place) {
        Set<String> codes = new TreeSet<>();
        operator.path("coverages")
                .forEach(coverage -> codes.add(coverage.path("code").asText("")));
        if (codes.isEmpty()) {
            codes.add(place.path("country_code").asText(""));
        }
        return codes.stream().filter(code -> code.matches("[A-Z]{2}")).toList();
    }
}
