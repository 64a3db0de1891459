package io.esimhub.chatbot.knowledge.ingest;

/**
 * Asks for a reading of the folder.
 *
 * @param by who asks
 * @param force whether a great loss is meant
 */
record IngestionWish(String by, boolean force) {

    private static final String FORCE = "force ";
    private static final String USUAL = "usual ";

    static IngestionWish of(String payload) {
        return new IngestionWish(payload.substring(FORCE.length()), payload.startsWith(FORCE));
    }

    String payload() {
        return (force ? FORCE : USUAL) + by;
    }
}
