package io.esimhub.operations.http;

import java.time.Duration;

/**
 * What one HTTP client may take of ours.
 *
 * @param connectTimeout to connect, and to get a connection from the pool
 * @param readTimeout the longest silence; with the connect time-out added, the longest call
 * @param connections at a time
 * @param maxBytes of an answer; a longer one is not read to its end
 */
public record OutboundLimits(Duration connectTimeout, Duration readTimeout, int connections, int maxBytes) {}
