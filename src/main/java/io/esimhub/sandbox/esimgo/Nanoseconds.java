package io.esimhub.sandbox.esimgo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Dates with nine decimals, as eSIM Go prints them. */
final class Nanoseconds {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.nnnnnnnnn'Z'").withZone(ZoneOffset.UTC);

    private Nanoseconds() {}

    static String format(Instant at) {
        return FORMAT.format(at);
    }
}
