package io.esimhub.delivery;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;

/** Escapes text for HTML, and writes what is not ASCII as numeric references, so that the HTML needs no encoding. */
final class AsciiHtml implements Mustache.Escaper {

    @Override
    public String escape(String raw) {
        String html = Escapers.HTML.escape(raw);
        StringBuilder ascii = new StringBuilder(html.length() + 16);
        html.codePoints().forEach(point -> {
            if (point < 127) {
                ascii.append((char) point);
            } else {
                ascii.append("&#").append(point).append(';');
            }
        });
        return ascii.toString();
    }
}
