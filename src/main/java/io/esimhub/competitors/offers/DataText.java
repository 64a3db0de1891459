package io.esimhub.competitors.offers;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts of data as shops print them, also within a title: {@code 5 GB}, {@code 500MB}, {@code Unlimited}. */
public final class DataText {

    private static final BigDecimal MOST_MB = BigDecimal.valueOf(100_000_000);
    private static final String UNIT = "(GI?B|MI?B|TI?B|GO|MO)(?!\\p{L})";
    private static final Pattern AMOUNT =
            Pattern.compile("(?<![0-9.,])([0-9]{1,9}(?:[.,][0-9]{1,3})?)\\s?" + UNIT, Pattern.CASE_INSENSITIVE);
    private static final Pattern RANGE = Pattern.compile(
            PlainText.RANGE_BEFORE + "[0-9]{1,9}(?:[.,][0-9]{1,3})?\\s?" + UNIT, Pattern.CASE_INSENSITIVE);
    private static final Pattern BARE = Pattern.compile("[0-9]{1,9}(?:\\.[0-9]{1,4})?");
    private static final Pattern UNLIMITED = Pattern.compile(
            "unlimited|unbegrenzt|unlimitiert|illimit|ilimitad|∞", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /** Not comparable with an amount for the whole validity. */
    private static final Pattern DAILY = Pattern.compile(
            "/\\s?(day|d|tag|jour)(?!\\p{L})|\\b(daily|per day|a day|each day|every day|pro tag|par jour)\\b",
            Pattern.CASE_INSENSITIVE);

    private DataText() {}

    /** @param bareUnit MB or GB: what a number without a unit counts */
    public static Reading<DataAmount> read(String text, String bareUnit) {
        String line = PlainText.line(text);
        if (line.length() > PlainText.LONGEST) {
            return Reading.unreadable("the data amount is too long a text");
        }
        if (DAILY.matcher(line).find()) {
            return Reading.unreadable("the data amount is for each day");
        }
        if (RANGE.matcher(line).find()) {
            return Reading.unreadable("a range of data amounts");
        }
        Set<BigDecimal> amounts = amounts(line);
        boolean unlimited = UNLIMITED.matcher(line).find();
        if (amounts.size() > 1 || unlimited && !amounts.isEmpty()) {
            return Reading.unreadable("two data amounts");
        }
        if (unlimited) {
            return Reading.of(DataAmount.UNLIMITED);
        }
        if (amounts.isEmpty()) {
            return BARE.matcher(line).matches() ? sensible(inMb(line, bareUnit)) : Reading.unreadable("no data amount");
        }
        return sensible(amounts.iterator().next());
    }

    private static Set<BigDecimal> amounts(String line) {
        Set<BigDecimal> found = new TreeSet<>();
        Matcher amount = AMOUNT.matcher(line);
        while (amount.find()) {
            found.add(inMb(amount.group(1), amount.group(2)));
        }
        return found;
    }

    private static BigDecimal inMb(String number, String unit) {
        int thousands =
                switch (unit.toUpperCase(Locale.ROOT).charAt(0)) {
                    case 'T' -> 2;
                    case 'G' -> 1;
                    default -> 0;
                };
        return new BigDecimal(number.replace(',', '.')).movePointRight(3 * thousands);
    }

    private static Reading<DataAmount> sensible(BigDecimal mb) {
        BigDecimal whole = mb.setScale(0, RoundingMode.HALF_UP);
        return whole.signum() > 0 && whole.compareTo(MOST_MB) <= 0
                ? Reading.of(new DataAmount(whole.longValueExact()))
                : Reading.unreadable("a data amount that is zero or beyond reason");
    }
}
