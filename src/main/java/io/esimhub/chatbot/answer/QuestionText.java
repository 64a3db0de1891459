package io.esimhub.chatbot.answer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads amounts, times, places and SKUs out of a sentence. It guesses nothing: what it does not recognise, it leaves to the search. */
final class QuestionText {

    private static final Pattern DATA = Pattern.compile(
            "(?i)(?<![\\w.,])(\\d{1,6}(?:[.,]\\d{1,3})?)\\s*(gb|gigs?|gigabytes?|mb|megs?|megabytes?|tb)\\b");
    private static final Pattern UNLIMITED = Pattern.compile("(?i)\\bunlimited\\b|\\bno (data )?limit\\b");
    private static final Pattern TIME = Pattern.compile(
            "(?i)(?<![\\w.,])(\\d{1,3}|an?|one|two|three|four|five|six|seven|ten)[\\s-]*(days?|weeks?|months?)\\b");
    private static final Pattern FORTNIGHT = Pattern.compile("(?i)\\bfortnight\\b");
    private static final Pattern SKU = Pattern.compile("(?<![\\w-])[A-Z0-9]+(?:-[A-Z0-9]+){2,}(?![\\w-])");
    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("a", 1),
            Map.entry("an", 1),
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("ten", 10));
    private static final int MOST_SKUS = 3;

    private QuestionText() {}

    static Understood read(String question, Places places) {
        Places.Named named = places.in(question);
        return new Understood(
                named.countries(),
                named.regions(),
                SKU.matcher(question)
                        .results()
                        .map(MatchResult::group)
                        .distinct()
                        .limit(MOST_SKUS)
                        .toList(),
                megabytes(question).orElse(null),
                UNLIMITED.matcher(question).find(),
                days(question).orElse(null));
    }

    private static Optional<Integer> megabytes(String question) {
        Matcher data = DATA.matcher(question);
        if (!data.find()) {
            return Optional.empty();
        }
        String number = data.group(1);
        // before exactly three digits a comma groups thousands
        BigDecimal amount =
                new BigDecimal(number.matches("\\d+,\\d{3}") ? number.replace(",", "") : number.replace(',', '.'));
        int factor =
                switch (Character.toLowerCase(data.group(2).charAt(0))) {
                    case 't' -> 1_000_000;
                    case 'g' -> 1000;
                    default -> 1;
                };
        BigDecimal megabytes = amount.multiply(BigDecimal.valueOf(factor)).setScale(0, RoundingMode.HALF_UP);
        return Optional.of(megabytes)
                .filter(many -> many.signum() > 0 && many.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) < 0)
                .map(BigDecimal::intValueExact);
    }

    private static Optional<Integer> days(String question) {
        Matcher time = TIME.matcher(question);
        if (time.find()) {
            String many = time.group(1).toLowerCase(Locale.ROOT);
            int number = NUMBERS.containsKey(many) ? NUMBERS.get(many) : Integer.parseInt(many);
            int each =
                    switch (Character.toLowerCase(time.group(2).charAt(0))) {
                        case 'w' -> 7;
                        case 'm' -> 30;
                        default -> 1;
                    };
            return Optional.of(number * each).filter(days -> days > 0);
        }
        return FORTNIGHT.matcher(question).find() ? Optional.of(14) : Optional.empty();
    }

    /** The question without amounts and SKUs: every article on data has a "5 GB" in it. The whole of it if nothing else is left. */
    static String forArticles(String question) {
        String rest = SKU.matcher(DATA.matcher(question).replaceAll(" "))
                .replaceAll(" ")
                .strip();
        return rest.codePoints().anyMatch(Character::isLetterOrDigit) ? rest : question;
    }
}
