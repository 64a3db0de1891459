package io.esimhub.sandbox.airalo;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an id tells ({@code roam-gb-7days-1gb}: United Kingdom, 1 GB, 7 days), or something made up.
 *
 * @param country ISO code
 */
record PackageName(String country, int gigabytes, int days) {

    private static final Pattern ID = Pattern.compile("roam-([a-z]{2})-(\\d{1,3})days-(\\d{1,3})gb");

    static PackageName of(String id) {
        Matcher parts = ID.matcher(id);
        return parts.matches()
                ? new PackageName(
                        parts.group(1).toUpperCase(Locale.ROOT),
                        Integer.parseInt(parts.group(3)),
                        Integer.parseInt(parts.group(2)))
                : new PackageName("GB", 1, 7);
    }

    String data() {
        return gigabytes + " GB";
    }

    String title() {
        return data() + " - " + days + " Days";
    }
}
