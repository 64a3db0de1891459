package io.esimhub.delivery;

import java.util.regex.Pattern;

/**
 * Text from a shop, made fit for a header and for a line of the mail: a name with line breaks would add headers of its
 * own, and one with marks that turn the direction of writing could dress up as something else.
 */
record OneLine(String text) {

    private static final Pattern UNFIT =
            Pattern.compile("[\\p{Cntrl}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069\\s]+");
    private static final int LONGEST = 200;

    static OneLine of(String text) {
        String line = UNFIT.matcher(text).replaceAll(" ").strip();
        return new OneLine(line.length() <= LONGEST ? line : cut(line));
    }

    /** Never between the two halves of one character. */
    private static String cut(String line) {
        int end = Character.isHighSurrogate(line.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return line.substring(0, end) + "…";
    }

    boolean isBlank() {
        return text.isBlank();
    }
}
