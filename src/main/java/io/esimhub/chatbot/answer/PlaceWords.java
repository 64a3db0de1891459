package io.esimhub.chatbot.answer;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Names of places as words without accents and marks, so that Cote d'Ivoire is written in one way only. */
final class PlaceWords {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}");
    private static final Pattern GENITIVE = Pattern.compile("['\u2019]s\\b");
    private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private PlaceWords() {}

    /** In the letters they are written in. */
    static List<String> of(String text) {
        String plain = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("");
        String spelled = GENITIVE.matcher(plain).replaceAll("").replace("&", " and ");
        return List.of(MARKS.split(spelled.strip()));
    }

    static String key(String name) {
        return String.join(" ", of(name)).toLowerCase(Locale.ROOT);
    }

    /** CLDR says "Hong Kong SAR China", "Myanmar (Burma)" and "St. Lucia"; people say less, or more. */
    static Set<String> shortForms(String name) {
        Set<String> forms = new TreeSet<>();
        for (String form : List.of(name, name.replaceAll(" SAR .*| \\(.*| - .*", ""), name.replace("St. ", "Saint "))) {
            forms.add(key(form));
        }
        return forms;
    }
}
