package io.esimhub.sandbox.esimgo;

import io.esimhub.sandbox.BundlePrice;
import io.esimhub.sandbox.shop.Regions;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A bundle of the catalogue. What is not its price is read from its name ({@code esim_1GB_7D_GB_V2}) or made up.
 *
 * @param dataAmount in MB, 1 GB being 1000 of them
 * @param duration in days
 */
record Bundle(
        String name,
        String description,
        List<String> groups,
        List<Country> countries,
        int dataAmount,
        int duration,
        List<String> speed,
        boolean autostart,
        boolean unlimited,
        List<Country> roamingEnabled,
        BigDecimal price,
        String billingType) {

    private static final Pattern NAME = Pattern.compile("esim_(\\d+)GB_(\\d+)D_([A-Z]{2})_.*");

    record Country(String name, String region, String iso) {}

    static Bundle of(BundlePrice price) {
        Matcher name = NAME.matcher(price.bundle());
        boolean telling = name.matches();
        return new Bundle(
                price.bundle(),
                price.bundle(),
                List.of("Standard Fixed Bundles"),
                countries(telling ? name.group(3) : "GB"),
                1000 * (telling ? Integer.parseInt(name.group(1)) : 1),
                telling ? Integer.parseInt(name.group(2)) : 7,
                List.of("4G"),
                false,
                false,
                List.of(),
                price.price(),
                "FixedCost");
    }

    private static List<Country> countries(String place) {
        return Regions.of(place).stream().map(Bundle::country).toList();
    }

    private static Country country(String iso) {
        return new Country(iso, "Europe", iso);
    }
}
