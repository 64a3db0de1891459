package io.esimhub.suppliers;

import java.nio.charset.StandardCharsets;

/** A vendor's sentence, fit to be kept and shown: one line, 200 characters at most. */
public final class VendorText {

    private static final int MAX = 200;

    private VendorText() {}

    public static String of(String text) {
        if (text == null) {
            return "";
        }
        String line = text.replaceAll("(?i)LPA:\\S+", "[masked]")
                .replaceAll("\\p{Cntrl}+", " ")
                .strip();
        return line.length() <= MAX ? line : line.substring(0, MAX);
    }

    public static String of(byte[] body) {
        return of(new String(body, 0, Math.min(body.length, MAX * 4), StandardCharsets.UTF_8));
    }
}
