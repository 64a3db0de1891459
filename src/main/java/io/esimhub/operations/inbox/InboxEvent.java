package io.esimhub.operations.inbox;

import java.util.Map;

/**
 * A verified event as it came.
 *
 * @param deliveryId the sender's id of this delivery; not signed, so never alone the proof of a repetition
 * @param headers what is worth keeping beside the body: a few named headers, or what was understood of it
 * @param body the raw bytes that the signature covers
 */
public record InboxEvent(
        String channel, String shop, String topic, String deliveryId, Map<String, String> headers, byte[] body) {

    /** The topic of what nobody sent, and a comparison of books found. */
    public static final String RECONCILIATION = "reconciliation";
}
