package io.esimhub.chatbot.knowledge.articles;

import io.esimhub.chatbot.knowledge.articles.Reading.Unreadable;

/** Ends the reading of an article; it does not leave this package. */
final class Wrong extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Unreadable how;

    Wrong(int line, String field, String reason, String remedy) {
        super(reason, null, false, false);
        this.how = new Unreadable(line, field, reason, remedy);
    }

    Unreadable how() {
        return how;
    }
}
