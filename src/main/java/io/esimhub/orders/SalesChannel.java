package io.esimhub.orders;

/**
 * A channel that wants to hear what was sent. Its route {@code direct:confirm-<code>} gets a {@link SentNotice} and answers with a
 * {@link ConfirmAnswer}; it may be asked again after any failure, so it looks at the channel's own state before it changes anything.
 */
public interface SalesChannel {

    /** As in {@link OrderIdentity#channel()}. */
    String code();

    /** Whether this shop can be told, by its settings. */
    boolean hears(String shop);
}
