package io.esimhub.competitors.extract;

import io.esimhub.competitors.RefusedWhy;
import io.esimhub.competitors.fetch.Page;
import io.esimhub.competitors.fetch.PageRefused;
import io.esimhub.competitors.fetch.PageText;
import java.util.Iterator;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jsoup.select.NodeFilter;

/** An HTML page as a tree. Scripts are text in it. */
final class HtmlTree {

    /** A tree takes some hundred bytes for each; the largest real pages have a tenth of it. */
    private static final int TAGS = 100_000;

    private static final int ATTRIBUTES = 4 * TAGS;

    /** Selectors look up from every element, so a deep tree costs the square of its depth. */
    private static final int DEPTH = 256;

    private HtmlTree() {}

    static Document of(Page page) throws PageRefused {
        String text = PageText.of(page);
        if (text.chars().filter(letter -> letter == '<').limit(TAGS + 1L).count() > TAGS) {
            throw new PageRefused(page.address(), RefusedWhy.MALFORMED, "more than " + TAGS + " tags");
        }
        Document document = parsed(page, text);
        if (deep(document)) {
            throw new PageRefused(page.address(), RefusedWhy.MALFORMED, "nested more than " + DEPTH + " deep");
        }
        return document;
    }

    /** Counted while it grows: a browser repeats open formatting elements, with their attributes, in every block that follows. */
    private static Document parsed(Page page, String text) throws PageRefused {
        try (StreamParser parser =
                new StreamParser(Parser.htmlParser()).parse(text, page.address().toString())) {
            int elements = 0;
            int attributes = 0;
            Iterator<Element> grown = parser.iterator();
            while (grown.hasNext()) {
                elements++;
                attributes += grown.next().attributesSize();
                if (elements > TAGS || attributes > ATTRIBUTES) {
                    throw new PageRefused(page.address(), RefusedWhy.MALFORMED, "a tree out of all proportion");
                }
            }
            return parser.document();
        }
    }

    /** Without recursion. */
    private static boolean deep(Element root) {
        boolean[] deep = {false};
        root.filter((node, depth) -> {
            deep[0] = depth > DEPTH;
            return deep[0] ? NodeFilter.FilterResult.STOP : NodeFilter.FilterResult.CONTINUE;
        });
        return deep[0];
    }
}
