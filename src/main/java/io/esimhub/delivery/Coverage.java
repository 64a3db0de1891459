package io.esimhub.delivery;

import java.util.List;
import java.util.Locale;

/** The countries of a plan by their English names. */
record Coverage(List<String> names) {

    private static final int FEW = 3;

    /** @param isoCodes ISO 3166-1 alpha-2; one that Java does not know stands for itself */
    static Coverage of(List<String> isoCodes) {
        return new Coverage(
                isoCodes.stream().map(Coverage::englishName).distinct().sorted().toList());
    }

    /** Empty if nothing is known. */
    String all() {
        return String.join(", ", names);
    }

    /** For the line under the product's name: a few countries by name, more by their number. */
    String brief() {
        return names.size() <= FEW ? all() : names.size() + " countries";
    }

    boolean isLong() {
        return names.size() > FEW;
    }

    private static String englishName(String isoCode) {
        try {
            return new Locale.Builder()
                    .setRegion(OneLine.of(isoCode).text())
                    .build()
                    .getDisplayCountry(Locale.ENGLISH);
        } catch (java.util.IllformedLocaleException unknown) {
            return OneLine.of(isoCode).text();
        }
    }
}
