package io.esimhub.competitors.offers;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Countries by code, by English name, and by the names of regions that the settings explain. */
public final class CountryNames {

    private static final int MOST_PLACES = 300;
    private static final Set<String> CODES = Set.of(Locale.getISOCountries());

    /** What shops write and the Unicode CLDR calls otherwise. */
    private static final Map<String, String> ALSO = Map.ofEntries(
            Map.entry("UK", "GB"),
            Map.entry("Great Britain", "GB"),
            Map.entry("England", "GB"),
            Map.entry("USA", "US"),
            Map.entry("United States of America", "US"),
            Map.entry("UAE", "AE"),
            Map.entry("Turkey", "TR"),
            Map.entry("Türkiye", "TR"),
            Map.entry("Korea", "KR"),
            Map.entry("Republic of Korea", "KR"),
            Map.entry("Hong Kong", "HK"),
            Map.entry("Macau", "MO"),
            Map.entry("Macao", "MO"),
            Map.entry("Czech Republic", "CZ"),
            Map.entry("Viet Nam", "VN"),
            Map.entry("Ivory Coast", "CI"),
            Map.entry("Holland", "NL"),
            Map.entry("The Netherlands", "NL"),
            Map.entry("Russian Federation", "RU"),
            Map.entry("Swaziland", "SZ"),
            Map.entry("Macedonia", "MK"),
            Map.entry("Bosnia and Herzegovina", "BA"),
            Map.entry("Trinidad and Tobago", "TT"),
            Map.entry("Antigua and Barbuda", "AG"),
            Map.entry("Burma", "MM"),
            Map.entry("Myanmar", "MM"));

    private static final Map<String, String> NAMES = names();

    private final Map<String, List<String>> regions = new HashMap<>();

    /** @throws IllegalArgumentException a region holds what is no ISO 3166-1 alpha-2 code */
    public CountryNames(Map<String, List<String>> regions) {
        regions.forEach((name, codes) -> {
            for (String code : codes) {
                if (!CODES.contains(code)) {
                    throw new IllegalArgumentException("hub.competitors.regions." + name + " holds " + code
                            + ", which is no ISO 3166-1 country code");
                }
            }
            this.regions.put(PlainText.key(name), List.copyOf(codes));
        });
    }

    /** All countries that the texts name; a text may be a list. A place that nobody knows makes all of it unreadable. */
    public Reading<SortedSet<String>> read(Collection<String> texts) {
        SortedSet<String> found = new TreeSet<>();
        int places = 0;
        for (String text : texts) {
            String line = PlainText.line(text);
            List<String> whole = place(line);
            for (String part : whole.isEmpty() ? line.split("[,;/|&+•·]|\\band\\b") : new String[] {line}) {
                List<String> codes = place(part);
                if (codes.isEmpty() && !part.isBlank()) {
                    return Reading.unreadable(
                            "a place that is no known country or region: " + PlainText.line(part, 40));
                }
                found.addAll(codes);
                places++;
            }
            if (places > MOST_PLACES) {
                return Reading.unreadable("too many places");
            }
        }
        return found.isEmpty() ? Reading.unreadable("no country") : Reading.of(found);
    }

    /** Whether every one is a country or a region, or a list of such. */
    public boolean knows(Collection<String> texts) {
        return read(texts) instanceof Reading.Value<SortedSet<String>>;
    }

    private List<String> place(String text) {
        String key = PlainText.key(text.replaceAll("(?i)\\be-?sims?\\b", " "));
        if (regions.containsKey(key)) {
            return regions.get(key);
        }
        String code = NAMES.get(key);
        return code == null ? List.of() : List.of(code);
    }

    private static Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        for (String code : CODES) {
            Locale country = new Locale("", code);
            for (String name : List.of(code, threeLetters(country), country.getDisplayCountry(Locale.ENGLISH))) {
                names.put(PlainText.key(name), code);
            }
            // the CLDR writes "Bosnia & Herzegovina"; as a list it would be two places
            names.put(PlainText.key(country.getDisplayCountry(Locale.ENGLISH).replace("&", "and")), code);
        }
        ALSO.forEach((name, code) -> names.put(PlainText.key(name), code));
        names.remove("");
        return names;
    }

    private static String threeLetters(Locale country) {
        try {
            return country.getISO3Country();
        } catch (MissingResourceException none) {
            return "";
        }
    }
}
