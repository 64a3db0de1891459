package io.esimhub.chatbot.answer;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Countries and regions by the names that people give them. English names come from the JDK (CLDR), what else is said from the
 * settings, and a code counts if it is in capitals in a sentence that is not, and is no unit: "us" is a word, and "5 GB" no country.
 */
final class Places {

    private static final int LONGEST_NAME = 6;
    private static final Set<String> CODES = Set.of(Locale.getISOCountries());

    private final Map<String, String> countries = new HashMap<>();
    private final Map<String, String> regions = new HashMap<>();

    /**
     * @param otherNames further names of countries: the code by name
     * @param regionNames the word that names of products have for a region, by what people call it
     */
    Places(Map<String, String> otherNames, Map<String, String> regionNames) {
        CODES.stream().sorted().forEach(code -> {
            String name = new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH);
            PlaceWords.shortForms(name).forEach(form -> countries.putIfAbsent(form, code));
        });
        otherNames.forEach((name, code) -> countries.put(PlaceWords.key(name), code));
        regionNames.forEach((name, word) -> regions.put(PlaceWords.key(name), word));
    }

    /** What a text names, each once, in its order. */
    record Named(List<String> countries, List<String> regions) {}

    /** The longest name counts: Guinea-Bissau is not Guinea. */
    Named in(String text) {
        List<String> words = PlaceWords.of(text);
        boolean sentence = text.chars().anyMatch(Character::isLowerCase);
        Set<String> found = new LinkedHashSet<>();
        Set<String> parts = new LinkedHashSet<>();
        int at = 0;
        while (at < words.size()) {
            int many = Math.min(LONGEST_NAME, words.size() - at);
            boolean codes = sentence && (at == 0 || !isNumber(words.get(at - 1)));
            while (many > 0 && !take(words.subList(at, at + many), codes, found, parts)) {
                many--;
            }
            at += Math.max(1, many);
        }
        return new Named(List.copyOf(found), List.copyOf(parts));
    }

    private boolean take(List<String> words, boolean codes, Set<String> found, Set<String> parts) {
        String name = String.join(" ", words).toLowerCase(Locale.ROOT);
        Optional<String> country = Optional.ofNullable(countries.get(name))
                .or(() -> Optional.of(words.get(0)).filter(code -> words.size() == 1 && codes && CODES.contains(code)));
        country.ifPresent(found::add);
        if (country.isEmpty() && regions.containsKey(name)) {
            parts.add(regions.get(name));
            return true;
        }
        return country.isPresent();
    }

    private static boolean isNumber(String word) {
        return Character.isDigit(word.charAt(word.length() - 1));
    }
}
