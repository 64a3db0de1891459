package io.esimhub.competitors.fetch;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** {@code Retry-After}: seconds or an HTTP date (RFC 9110, 10.2.3). */
final class RetryAfter {

    private RetryAfter() {}

    /** Zero if there is none, or none that can be read. */
    static Duration read(Optional<String> header, Instant now) {
        String text = header.orElse("").strip();
        if (text.matches("[0-9]{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        try {
            Instant at = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return at.isAfter(now) ? Duration.between(now, at) : Duration.ZERO;
        } catch (DateTimeParseException neither) {
            return Duration.ZERO;
        }
    }
}
