package io.esimhub.chatbot.knowledge.search;

import org.springframework.web.util.HtmlUtils;

/** Escapes first and marks afterwards, so no tag of an article's text can be one in a page. */
final class Excerpt {

    private static final String BEGIN = "\uE000";
    private static final String END = "\uE001";

    private Excerpt() {}

    static String html(String headline) {
        return HtmlUtils.htmlEscape(headline, "UTF-8")
                .replace(BEGIN, "<mark>")
                .replace(END, "</mark>")
                .replace('\n', ' ');
    }
}
