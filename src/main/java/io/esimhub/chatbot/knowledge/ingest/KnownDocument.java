package io.esimhub.chatbot.knowledge.ingest;

/** An article that is in the base. */
record KnownDocument(String id, String source, String hash) {

    static final String API = "api";
    static final String FOLDER = "folder:";
    static final String JAR = "jar:";

    boolean byEndpoint() {
        return source.equals(API);
    }

    /** Beside the process: the seller's own. */
    boolean ofFolder() {
        return source.startsWith(FOLDER);
    }

    boolean ofJar() {
        return source.startsWith(JAR);
    }
}
