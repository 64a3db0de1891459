package io.esimhub.competitors.offers;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Tells the decimal mark of a printed number from its thousands' marks. */
final class DecimalMark {

    private static final int LONGEST = 40;
    private static final Pattern GROUPED = Pattern.compile("[0-9]{1,3}([.,'’ ])[0-9]{3}(?:\\1[0-9]{3})*");
    private static final Pattern PLAIN = Pattern.compile("[0-9]+");

    private DecimalMark() {}

    /** @param usual decimals of the currency, which decide what {@code 1.234} may be */
    static Reading<BigDecimal> read(String number, int usual) {
        int dot = number.lastIndexOf('.');
        int comma = number.lastIndexOf(',');
        int mark = Math.max(dot, comma);
        if (number.length() > LONGEST) {
            return Reading.unreadable("the number is too long");
        }
        if (mark < 0) {
            return whole(number);
        }
        boolean both = dot >= 0 && comma >= 0;
        boolean once = number.indexOf(number.charAt(mark)) == mark;
        String before = number.substring(0, mark);
        String after = number.substring(mark + 1);
        if (!both && !once || after.indexOf(' ') >= 0) {
            return whole(number);
        }
        boolean marksBefore = !PLAIN.matcher(before).matches();
        if (!marksBefore && after.length() == 3 && before.length() <= 3 && !before.equals("0")) {
            return threeDigits(number, before, after, number.charAt(mark), usual);
        }
        if (!once || !PLAIN.matcher(after).matches()) {
            return Reading.unreadable("the number's marks make no sense");
        }
        return whole(before).then(units -> Reading.of(new BigDecimal(units.toPlainString() + "." + after)));
    }

    /** One mark and three digits after it: thousands in most of the world, three decimals where a currency has so many. */
    private static Reading<BigDecimal> threeDigits(String number, String before, String after, char mark, int usual) {
        if (usual == 0 || usual == 2 && mark == ',') {
            return whole(number);
        }
        if (usual == 3 && mark == '.') {
            return Reading.of(new BigDecimal(before + "." + after));
        }
        return Reading.unreadable("the number may be thousands or three decimals");
    }

    private static Reading<BigDecimal> whole(String number) {
        return PLAIN.matcher(number).matches() || GROUPED.matcher(number).matches()
                ? Reading.of(new BigDecimal(number.replaceAll("[^0-9]", "")))
                : Reading.unreadable("the number's marks make no sense");
    }
}
