package io.esimhub.chatbot.knowledge.articles;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where a text may be cut. */
final class Sentences {

    private Sentences() {}

    static List<String> of(String text) {
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        sentences.setText(text);
        List<String> found = new ArrayList<>();
        int from = sentences.first();
        for (int to = sentences.next(); to != BreakIterator.DONE; from = to, to = sentences.next()) {
            String sentence = text.substring(from, to).strip();
            if (!sentence.isEmpty()) {
                found.add(sentence);
            }
        }
        return found;
    }

    /** A sentence that is too long ends at a blank, or where it must; never inside a character. */
    static List<String> bounded(String sentence, int most) {
        List<String> parts = new ArrayList<>();
        String rest = sentence;
        while (rest.length() > most) {
            int blank = rest.lastIndexOf(' ', most);
            int end = blank > 0 ? blank : most > 1 && Character.isLowSurrogate(rest.charAt(most)) ? most - 1 : most;
            parts.add(rest.substring(0, end).strip());
            rest = rest.substring(end).strip();
        }
        if (!rest.isEmpty()) {
            parts.add(rest);
        }
        return parts;
    }
}
