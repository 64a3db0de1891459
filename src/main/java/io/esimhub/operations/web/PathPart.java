package io.esimhub.operations.web;

import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/** A part of an address that names something. Camel hands it over as it came: percent-encoded. */
public final class PathPart {

    private PathPart() {}

    public static String decoded(String part) {
        return UriUtils.decode(part, StandardCharsets.UTF_8);
    }
}
