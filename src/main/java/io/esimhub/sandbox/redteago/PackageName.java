package io.esimhub.sandbox.redteago;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a slug tells ({@code GB_1_7}: United Kingdom, 1 GB, 7 days), or something made up.
 *
 * @param location ISO code of the country
 * @param volume in bytes
 */
record PackageName(String title, String location, long volume, int days) {

    private static final Pattern SLUG = Pattern.compile("([A-Z]{2})_(\\d{1,4})_(\\d{1,3})");
    private static final long GB = 1L << 30;

    static PackageName of(String code) {
        Matcher slug = SLUG.matcher(code);
        return slug.matches()
                ? of(slug.group(1), Integer.parseInt(slug.group(2)), Integer.parseInt(slug.group(3)))
                : of("GB", 1, 7);
    }

    private static PackageName of(String location, int gigabytes, int days) {
        return new PackageName(location + " " + gigabytes + "GB " + days + "Days", location, gigabytes * GB, days);
    }
}
