package io.esimhub.chatbot.knowledge.vectors;

/** The endpoint gave no vectors that can be used. The message repeats nothing of what it said: it may quote our key or a customer's words. */
class EmbeddingFailed extends RuntimeException {

    EmbeddingFailed(String what) {
        super("The embedding endpoint " + what);
    }
}
