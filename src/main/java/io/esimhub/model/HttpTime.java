package io.esimhub.model;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Times in HTTP's headers (RFC 9110, 5.6.7 and 10.2.3). */
public final class HttpTime {

    private HttpTime() {}

    /** @param header may be null */
    public static Optional<Instant> date(String header) {
        try {
            return Optional.ofNullable(header)
                    .map(text -> ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeParseException notADate) {
            return Optional.empty();
        }
    }

    /**
     * How long {@code Retry-After} asks to wait, in seconds or until a date; below zero if that is over, empty if it cannot be read.
     *
     * @param now by the clock of who answered, if it tells it
     */
    public static Optional<Duration> retryAfter(String header, Instant now) {
        String text = header.strip();
        return text.matches("[0-9]{1,9}")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
                : date(text).map(at -> Duration.between(now, at));
    }
}
