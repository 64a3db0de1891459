package io.esimhub.chatbot.knowledge.vectors;

import java.util.Set;

/** The endpoint gave no vectors that can be used. The message repeats nothing of what it said: it may quote our key or a customer's words. */
class EmbeddingFailed extends RuntimeException {

    /** What endpoints say to a text that is too long for their model. */
    private static final Set<Integer> TEXT = Set.of(400, 413, 422);

    private final boolean text;

    EmbeddingFailed(String what) {
        this(what, false);
    }

    private EmbeddingFailed(String what, boolean text) {
        super("The embedding endpoint " + what);
        this.text = text;
    }

    static EmbeddingFailed answered(int status) {
        return new EmbeddingFailed("answered " + status, TEXT.contains(status));
    }

    /** Whether it may be for one of the texts. */
    boolean mayBeForAText() {
        return text;
    }
}
