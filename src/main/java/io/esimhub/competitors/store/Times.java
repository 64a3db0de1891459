package io.esimhub.competitors.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Instants as the books hold them: texts of one length, so that they sort as the instants do. */
public final class Times {

    private static final DateTimeFormatter TO_THE_MILLISECOND =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Times() {}

    public static String text(Instant instant) {
        return TO_THE_MILLISECOND.format(instant);
    }

    /** @return null for null */
    public static Instant instant(Object text) {
        return text == null ? null : Instant.parse(text.toString());
    }
}
