package io.esimhub.chatbot.knowledge.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A question as words. Nothing of it has a meaning of its own for the database: signs between words are gone.
 *
 * @param words in lower case, in their order
 * @param phrases that were in double quotes
 */
record Words(List<String> words, List<String> phrases) {

    /** Longer questions are cut: their first words say what they are about. */
    static final int MOST = 40;

    private static final int LONGEST = 40;
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]{2,200})\"");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}'’.+-]+");
    private static final Pattern EDGE = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");

    static Words of(String question) {
        String straight = question.replace('“', '"').replace('”', '"').replace('„', '"');
        List<String> phrases = new ArrayList<>();
        Matcher quoted = QUOTED.matcher(straight);
        while (quoted.find()) {
            String phrase = String.join(" ", split(quoted.group(1)));
            if (!phrase.isEmpty()) {
                phrases.add(phrase);
            }
        }
        return new Words(split(straight), phrases);
    }

    private static List<String> split(String text) {
        return BETWEEN.splitAsStream(text.toLowerCase(Locale.ROOT))
                .flatMap(Words::parts)
                .map(word -> EDGE.matcher(word).replaceAll(""))
                .filter(word -> !word.isEmpty() && word.length() <= LONGEST)
                .limit(MOST)
                .toList();
    }

    /** "won't" says nothing about what is asked, "what's" is "what", and "l'esim" is "esim". */
    private static Stream<String> parts(String word) {
        String plain = word.replace('’', '\'');
        if (plain.endsWith("n't")) {
            return Stream.empty();
        }
        return plain.contains("'") ? Stream.of(plain.split("'")).filter(part -> part.length() > 1) : Stream.of(plain);
    }

    /** Every run of one to {@code longest} words. */
    List<Gram> grams(int longest) {
        List<Gram> grams = new ArrayList<>();
        for (int from = 0; from < words.size(); from++) {
            for (int size = 1; size <= longest && from + size <= words.size(); size++) {
                grams.add(new Gram(from, size, String.join(" ", words.subList(from, from + size))));
            }
        }
        return grams;
    }

    /** @param size in words */
    record Gram(int from, int size, String text) {}
}
