package io.esimhub.competitors.fetch;

import java.util.Optional;

/**
 * What a web server said.
 *
 * @param contentType as sent; empty if it was not
 * @param body empty for any status but 200
 */
record WebAnswer(int status, String contentType, Optional<String> location, Optional<String> retryAfter, byte[] body) {

    boolean redirect() {
        return status >= 300 && status < 400;
    }

    /** Asks us to come later, or is broken: no time to ask for the next page. */
    boolean unwell() {
        return status == 429 || status >= 500;
    }
}
