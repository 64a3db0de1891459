package io.esimhub.competitors.extract;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector;

/**
 * {@code selector}, {@code selector@attribute} or {@code @attribute}.
 *
 * @param within null: the element itself
 * @param attribute null: its text
 */
record Selection(Evaluator within, String attribute) {

    private static final Pattern PARTS = Pattern.compile("(.*?)(?:@([A-Za-z_][A-Za-z0-9_:.-]*))?");

    /** @throws IllegalArgumentException it cannot be read */
    static Selection of(String setting, String text) {
        if (text == null) {
            return null;
        }
        Matcher parts = PARTS.matcher(text.strip());
        if (!parts.matches() || text.isBlank()) {
            throw new IllegalArgumentException(setting + " is no CSS selector");
        }
        String selector = parts.group(1).strip();
        return new Selection(selector.isEmpty() ? null : css(setting, selector), parts.group(2));
    }

    static Evaluator css(String setting, String selector) {
        try {
            return QueryParser.parse(selector);
        } catch (Selector.SelectorParseException | IllegalArgumentException wrong) {
            throw new IllegalArgumentException(setting + " is no CSS selector: " + wrong.getMessage(), wrong);
        }
    }

    List<String> every(Element item) {
        Stream<Element> elements = within == null ? Stream.of(item) : item.select(within).stream();
        return Matches.of(elements.map(element -> attribute == null ? ShownText.of(element) : element.attr(attribute)));
    }
}
