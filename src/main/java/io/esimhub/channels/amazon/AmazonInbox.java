package io.esimhub.channels.amazon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.channels.ChannelEvent;
import io.esimhub.channels.ReadEvent;
import io.esimhub.operations.http.VendorJson;
import io.esimhub.operations.inbox.Inbox;
import io.esimhub.operations.inbox.InboxEvent;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Puts notifications into the inbox, from whichever door they came. One that came by two doors is two events of the same id, and the
 * second one changes nothing.
 */
@Component
class AmazonInbox {

    static final String CHANNEL = "amazon";

    private final AmazonProperties properties;
    private final ObjectMapper json;
    private final Inbox inbox;

    AmazonInbox(AmazonProperties properties, ObjectMapper json, Inbox inbox) {
        this.properties = properties;
        this.json = json;
        this.inbox = inbox;
    }

    /** @param body as it came; JSON of another shape becomes a dead letter when it is read */
    void accept(byte[] body) {
        Optional<JsonNode> notification = NotificationBody.unwrap(body, json);
        InboxEvent event = new InboxEvent(
                CHANNEL,
                properties.account(),
                notification
                        .flatMap(node -> VendorJson.text(node, "NotificationType"))
                        .orElse("unreadable"),
                notification
                        .flatMap(node -> VendorJson.text(node.path("NotificationMetadata"), "NotificationId"))
                        .orElse("unnumbered"),
                Map.of(),
                body);
        inbox.accept(event, ChannelEvent.QUEUE, new ReadEvent(event, null));
    }
}
