package io.esimhub.channels;

/** Valid JSON of another shape than its topic's, or nothing that can be understood here. Says what is wrong, never what stood in it. */
public final class UnreadableEvent extends RuntimeException {

    private final String reason;

    public UnreadableEvent(String sentence) {
        this("UNREADABLE_EVENT", sentence);
    }

    /** @param reason of the case, a word an operator can search for */
    public UnreadableEvent(String reason, String sentence) {
        super(sentence, null, false, false);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
