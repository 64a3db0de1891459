package io.esimhub.sandbox.competitors;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** What the competitors sell, near the prices of our sample catalog; what was set over HTTP lasts until the process ends. */
@Component
class Shelves {

    private final Map<String, Map<String, Plan>> shelves = new TreeMap<>();

    Shelves() {
        fill(Rival.BARGAIN, "4.30", "13.90", "21.50");
        fill(Rival.NOMAD, "4.80", "15.00", "25.00");
    }

    synchronized List<Plan> of(String rival) {
        return List.copyOf(shelves.getOrDefault(rival, Map.of()).values());
    }

    /** Empty if there is no such plan. */
    synchronized Optional<Plan> price(String rival, String id, BigDecimal price) {
        return Optional.ofNullable(
                shelves.getOrDefault(rival, Map.of()).computeIfPresent(id, (key, plan) -> plan.at(price)));
    }

    private void fill(String rival, String small, String middle, String large) {
        Map<String, Plan> shelf = shelves.computeIfAbsent(rival, name -> new TreeMap<>());
        for (String country : List.of("GB", "JP", "US")) {
            put(shelf, country, 1, 7, small);
            put(shelf, country, 5, 30, middle);
            put(shelf, country, 10, 30, large);
        }
    }

    private static void put(Map<String, Plan> shelf, String country, int gb, int days, String price) {
        String id = country.toLowerCase(Locale.ROOT) + "-" + gb + "gb";
        String place = new Locale("", country).getDisplayCountry(Locale.ENGLISH);
        shelf.put(id, new Plan(id, country, place, gb, days, new BigDecimal(price)));
    }
}
