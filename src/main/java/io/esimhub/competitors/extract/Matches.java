package io.esimhub.competitors.extract;

import java.util.List;
import java.util.stream.Stream;

/** What is kept of the matches of one value: more and longer ones mean nothing, and a page must not decide how much memory it takes. */
final class Matches {

    private static final int MOST = 300;
    private static final int LONGEST = 2000;

    private Matches() {}

    static List<String> of(Stream<String> texts) {
        return texts.filter(text -> !text.isBlank())
                .limit(MOST)
                .map(text -> text.length() > LONGEST ? text.substring(0, LONGEST) : text)
                .toList();
    }
}
