package io.esimhub.channels.amazon.sns;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.operations.http.VendorJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * An HTTPS delivery of SNS (AWS, "Verifying the signatures of Amazon SNS messages").
 *
 * @param type {@code Notification}, {@code SubscriptionConfirmation} or {@code UnsubscribeConfirmation}
 */
public record SnsMessage(String type, String topicArn, JsonNode fields) {

    private static final List<String> OF_NOTIFICATION =
            List.of("Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type");
    private static final List<String> OF_CONFIRMATION =
            List.of("Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type");

    /** Empty if it is none. */
    public static Optional<SnsMessage> read(JsonNode body) {
        Optional<String> type = VendorJson.text(body, "Type");
        Optional<String> topic = VendorJson.text(body, "TopicArn");
        return type.isEmpty() || topic.isEmpty() || !body.path("Signature").isTextual()
                ? Optional.empty()
                : Optional.of(new SnsMessage(type.get(), topic.get(), body));
    }

    public boolean isNotification() {
        return type.equals("Notification");
    }

    public boolean isSubscription() {
        return type.equals("SubscriptionConfirmation");
    }

    /** The text of the notification, as the publisher wrote it. */
    public String message() {
        return text("Message");
    }

    String text(String field) {
        return fields.path(field).asText("");
    }

    /** What was signed: each field that is there, its name and its value, a line each. */
    byte[] signed() {
        StringBuilder text = new StringBuilder();
        for (String field : isNotification() ? OF_NOTIFICATION : OF_CONFIRMATION) {
            if (fields.path(field).isTextual()) {
                text.append(field).append('\n').append(text(field)).append('\n');
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "SnsMessage[" + type + " " + topicArn + "]";
    }
}
