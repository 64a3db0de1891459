package io.esimhub.operations.http;

import io.esimhub.model.HttpTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What came back from a call, before anyone has read it.
 *
 * @param contentType without parameters, lower case; empty if none was sent
 */
public record HttpAnswer(
        int status, String contentType, byte[] body, Optional<String> retryAfter, Optional<Instant> date) {

    private static final Set<Integer> REFUSALS = Set.of(400, 402, 403, 404, 409, 422);

    public boolean success() {
        return status >= 200 && status < 300;
    }

    public boolean json() {
        return contentType.equals("application/json") || contentType.endsWith("+json");
    }

    public boolean plain() {
        return contentType.equals("text/plain");
    }

    /** Says HTML, or begins like it whatever it says. */
    public boolean html() {
        return contentType.equals("text/html") || contentType.equals("application/xhtml+xml") || firstByte() == '<';
    }

    /** The statuses that mean "not done" if the vendor itself, in its own format, says so. */
    public boolean mayRefuse() {
        return REFUSALS.contains(status);
    }

    /** Our key was refused, or a gate in front of the vendor answered with a page of its own: nothing was bought. */
    public boolean turnedAway() {
        boolean clientError = status >= 400 && status < 500 && status != 408 && status != 429;
        return status == 401 || clientError && html();
    }

    /** Seconds or an HTTP date (RFC 9110, 10.2.3); an hour at most, as nobody should stop us longer without a person. */
    public Optional<Duration> wait(Instant now) {
        // by the supplier's own clock if it tells it: ours may differ
        return retryAfter
                .flatMap(text -> HttpTime.retryAfter(text, date.orElse(now)))
                .map(HttpAnswer::bounded);
    }

    static String mediaType(String header) {
        if (header == null) {
            return "";
        }
        int end = header.indexOf(';');
        return (end < 0 ? header : header.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    private static Duration bounded(Duration wait) {
        Duration most = Duration.ofHours(1);
        Duration least = Duration.ofSeconds(1);
        return wait.compareTo(most) > 0 ? most : wait.compareTo(least) < 0 ? least : wait;
    }

    private int firstByte() {
        for (byte one : body) {
            if (!Character.isWhitespace(one)) {
                return one;
            }
        }
        return -1;
    }

    /** Never the body: it may hold activation codes. */
    @Override
    public String toString() {
        return "HttpAnswer[" + status + ", " + body.length + " bytes]";
    }
}
