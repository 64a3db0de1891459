package io.esimhub.sandbox.faults;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What can go wrong. Nothing is bought unless it says so. */
public enum Fault {
    /** Answers as ever, after {@code millis}. */
    @JsonProperty("latency")
    LATENCY,
    @JsonProperty("500")
    SERVER_ERROR,
    @JsonProperty("503")
    UNAVAILABLE,
    @JsonProperty("429")
    TOO_MANY_REQUESTS,
    @JsonProperty("unauthorized")
    UNAUTHORIZED,
    /** A page of somebody's proxy, with status 200. */
    @JsonProperty("html")
    HTML,
    /** The same with status 403. */
    @JsonProperty("html-403")
    HTML_FORBIDDEN,
    /** Not a byte for {@code millis} (default one minute), then the end of the connection. */
    @JsonProperty("hang")
    HANG,
    /** The connection ends, at once. */
    @JsonProperty("reset")
    RESET,
    /** Buys, and ends the connection without an answer. */
    @JsonProperty("lost-answer")
    LOST_ANSWER,
    /** Buys, and ends the connection after half of the answer. */
    @JsonProperty("truncated")
    TRUNCATED,
    /** Buys, and answers a byte at a time, {@code millis} (default 100) apart. */
    @JsonProperty("drip")
    DRIP,
    /** Bytes without an end, until the visitor hangs up. */
    @JsonProperty("endless")
    ENDLESS,
    /** A hundred megabytes, as announced. */
    @JsonProperty("huge")
    HUGE,
    /** A competitor's pages look different than yesterday. */
    @JsonProperty("layout")
    LAYOUT,
    /** Buys, and takes {@link #SLOWLY} times as long as usual to allocate the eSIMs, at a supplier that allocates. */
    @JsonProperty("slow-allocation")
    SLOW_ALLOCATION,
    @JsonProperty("out-of-stock")
    OUT_OF_STOCK,
    @JsonProperty("no-funds")
    NO_FUNDS,
    /** Buys, and so does somebody else on the same account: the same bundle, as many, at the same moment. */
    @JsonProperty("foreign-order")
    FOREIGN_ORDER;

    public static final int SLOWLY = 12;
}
