package io.esimhub.competitors.offers;

import java.text.Normalizer;
import java.util.Locale;

/** Text of a page on one line. */
public final class PlainText {

    /** Longer texts hold no price. */
    static final int LONGEST = 300;

    /** How a range begins ({@code 7-30 days}, {@code 1 to 10 GB}); a hyphen between blanks stands between two different things. */
    static final String RANGE_BEFORE = "[0-9](?:-|\\s?[‐‑–—−~]\\s?|\\s(?:to|bis|à)\\s)";

    private PlainText() {}

    /** Every kind of blank is a space, what cannot be seen is gone. */
    public static String line(String text) {
        return text.replaceAll("[\\s\\p{Z}]+", " ").replaceAll("\\p{C}", "").strip();
    }

    /** A line of at most so many characters, without half of one at its end. */
    public static String line(String text, int longest) {
        String line = line(text);
        if (line.length() <= longest) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(longest - 1)) ? longest - 1 : longest;
        return line.substring(0, end).strip();
    }

    /** For comparing names: lower case, no accents, nothing but letters and single spaces. */
    static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}]+", " ")
                .strip();
    }
}
