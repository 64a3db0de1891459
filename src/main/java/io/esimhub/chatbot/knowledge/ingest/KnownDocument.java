package io.esimhub.chatbot.knowledge.ingest;

/** An article that is in the base. */
record KnownDocument(String id, String source, String hash) {

    static final String API = "api";

    boolean byEndpoint() {
        return source.equals(API);
    }
}
