package io.esimhub.competitors.offers;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long plans last, as shops print it, also within a title: {@code 7 days}, {@code 1 month}, {@code 24 hours}. */
public final class ValidityText {

    private static final int MOST_DAYS = 3660;
    private static final String UNIT = "(hours?|hrs?|h|days?|d|tage?n?|jours?|weeks?|months?|monate?|years?)(?!\\p{L})";
    private static final Pattern SPAN =
            Pattern.compile("(?<![0-9.,])([0-9]{1,5})\\s?-?\\s?" + UNIT, Pattern.CASE_INSENSITIVE);
    private static final Pattern RANGE =
            Pattern.compile(PlainText.RANGE_BEFORE + "[0-9]{1,5}\\s?-?\\s?" + UNIT, Pattern.CASE_INSENSITIVE);
    private static final Pattern BARE = Pattern.compile("[0-9]{1,5}");

    private ValidityText() {}

    /**
     * Days: a month has 30, a year 365, and hours count as the days that they begin.
     *
     * @param bareUnit hours, days or months: what a number without a unit counts
     */
    public static Reading<Integer> read(String text, String bareUnit) {
        String line = PlainText.line(text);
        if (line.length() > PlainText.LONGEST) {
            return Reading.unreadable("the validity is too long a text");
        }
        if (RANGE.matcher(line).find()) {
            return Reading.unreadable("a range of validities");
        }
        Set<Integer> spans = new TreeSet<>();
        Matcher span = SPAN.matcher(line);
        while (span.find()) {
            spans.add(inDays(span.group(1), span.group(2)));
        }
        if (spans.isEmpty() && BARE.matcher(line).matches()) {
            spans.add(inDays(line, bareUnit));
        }
        if (spans.size() != 1) {
            return Reading.unreadable(spans.isEmpty() ? "no validity" : "two validities");
        }
        int days = spans.iterator().next();
        return days > 0 && days <= MOST_DAYS
                ? Reading.of(days)
                : Reading.unreadable("a validity that is zero or beyond reason");
    }

    private static int inDays(String number, String unit) {
        int count = Integer.parseInt(number);
        return switch (unit.toLowerCase(Locale.ROOT).charAt(0)) {
            case 'h' -> (count + 23) / 24;
            case 'w' -> count * 7;
            case 'm' -> count * 30;
            case 'y' -> count * 365;
            default -> count;
        };
    }
}
