package io.esimhub.chatbot.knowledge.articles;

/** What reading an article came to. */
public sealed interface Reading {

    record Readable(Article article) implements Reading {}

    /**
     * @param line in the file, from 1
     * @param field of the front matter, or {@code body}
     * @param remedy what to write instead
     */
    record Unreadable(int line, String field, String reason, String remedy) implements Reading {

        @Override
        public String toString() {
            return "line " + line + ": " + field + " " + reason + "; " + remedy;
        }
    }
}
