package io.esimhub.chatbot.knowledge.articles;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * An article in HTML. Its head says what front matter says in Markdown: {@code <html lang>}, {@code <title>}, and
 * {@code <meta name="id|tags|updated|status">}.
 */
final class HtmlArticle {

    /** What surrounds an article, and what is no text. */
    private static final String NOT_TEXT =
            "script, style, template, noscript, iframe, object, svg, nav, header, footer, aside, form, button";

    private static final List<String> HEAD = List.of("id", "tags", "updated", "status");

    private final Outline outline;
    private final StringBuilder line = new StringBuilder();

    private HtmlArticle(Outline outline) {
        this.outline = outline;
    }

    static Article read(String text, Defaults defaults) {
        Document page = Jsoup.parse(text);
        Fields fields = new Fields(head(page), defaults, text);
        Outline outline = new Outline(fields.givenTitle());
        page.select(NOT_TEXT).remove();
        Element body = Optional.ofNullable(page.selectFirst("main, article")).orElse(page.body());
        HtmlArticle reader = new HtmlArticle(outline);
        reader.children(body);
        reader.endLine();
        List<Section> sections = outline.sections();
        if (sections.isEmpty()) {
            throw new Wrong(1, "body", "has no text", "write something below the title");
        }
        return fields.article(outline.firstHeading(), sections);
    }

    private static Map<String, String> head(Document page) {
        Map<String, String> head = new HashMap<>();
        head.put("title", page.title());
        Optional.ofNullable(page.selectFirst("html[lang]")).ifPresent(html -> head.put("language", html.attr("lang")));
        for (String name : HEAD) {
            Optional.ofNullable(page.selectFirst("meta[name=" + name + "]"))
                    .ifPresent(meta -> head.put(name, meta.attr("content")));
        }
        return head;
    }

    private void children(Node node) {
        node.childNodes().forEach(this::node);
    }

    private void node(Node node) {
        if (node instanceof TextNode text) {
            line.append(text.getWholeText());
        } else if (node instanceof Element element) {
            element(element);
        }
    }

    private void element(Element element) {
        String name = element.normalName();
        if (name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) >= '1' && name.charAt(1) <= '6') {
            endLine();
            outline.heading(name.charAt(1) - '0', element.text());
        } else if (name.equals("tr")) {
            endLine();
            outline.block(String.join(" | ", element.children().eachText()));
        } else if (name.equals("br")) {
            line.append(' ');
        } else if (element.isBlock()) {
            endLine();
            children(element);
            endLine();
        } else {
            children(element);
        }
    }

    private void endLine() {
        outline.block(line.toString());
        line.setLength(0);
    }
}
