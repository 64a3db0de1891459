package io.esimhub.chatbot.knowledge.vectors;

import java.util.List;

/**
 * What is turned into vectors by one call, each by its place.
 *
 * @param passages whose texts they are; empty: a question
 */
record Texts(List<String> passages, List<String> texts) {

    static Texts question(String question) {
        return new Texts(List.of(), List.of(question));
    }
}
