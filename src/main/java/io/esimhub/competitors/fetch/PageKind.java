package io.esimhub.competitors.fetch;

import java.util.Locale;
import java.util.Set;

/** What a source may answer with. */
public enum PageKind {
    JSON("application/json", Set.of("application/json", "text/json")),
    HTML("text/html, application/xhtml+xml;q=0.9", Set.of("text/html", "application/xhtml+xml")),
    SITEMAP(
            "application/xml, text/xml;q=0.9",
            Set.of(
                    "application/xml",
                    "text/xml",
                    "application/gzip",
                    "application/x-gzip",
                    "application/octet-stream"));

    private final String accept;
    private final Set<String> types;

    PageKind(String accept, Set<String> types) {
        this.accept = accept;
        this.types = types;
    }

    String accept() {
        return accept;
    }

    boolean takes(String mimeType) {
        String type = mimeType.toLowerCase(Locale.ROOT);
        return types.contains(type) || this == JSON && type.endsWith("+json");
    }
}
