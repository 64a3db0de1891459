package io.esimhub.competitors.fetch;

import java.net.URI;
import org.apache.hc.core5.http.ContentType;

/** A page as it came, with a content type of the asked kind. */
public record Page(URI address, ContentType type, byte[] body) {}
