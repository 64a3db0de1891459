package io.esimhub.channels;

/** Valid JSON of another shape than its topic's. Says which field is wrong, never what stood in it. */
public final class UnreadableEvent extends RuntimeException {

    public UnreadableEvent(String sentence) {
        super(sentence, null, false, false);
    }
}
