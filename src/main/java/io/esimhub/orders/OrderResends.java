package io.esimhub.orders;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.delivery.MailAddresses;
import io.esimhub.fulfillment.OrderRemedies;
import io.esimhub.operations.http.VendorJson;
import io.esimhub.operations.timeline.Timeline;
import io.esimhub.operations.timeline.TimelineEntry;
import io.esimhub.operations.web.Problem;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Mails what is bought and owed once more, to the order's address or to one that an operator gives. */
@Component
class OrderResends {

    private static final String DELIVER_TO = "update retail.orders set deliver_to = ? where id = ?";

    private final JdbcTemplate jdbc;
    private final OrderRemedies remedies;
    private final Timeline timeline;

    OrderResends(JdbcTemplate jdbc, OrderRemedies remedies, Timeline timeline) {
        this.jdbc = jdbc;
        this.remedies = remedies;
        this.timeline = timeline;
    }

    /**
     * In the caller's transaction, which holds the order's lock.
     *
     * @return eSIMs that will be in the mail; none, if only an address was missing to buy them
     * @throws Problem 409 nothing of it can be mailed, 422 no usable address
     */
    int resend(ActedOrder order, JsonNode body, String reason, String operator) {
        Optional<String> to = VendorJson.text(body, "to").map(OrderResends::address);
        if (to.isEmpty() && order.recipient().isEmpty()) {
            throw OrderActs.unusable("to", "missing", "the order has no address: give one");
        }
        if (order.stopped()) {
            throw Problem.conflict("cancelled", "Nothing of this order is owed any more.");
        }
        boolean waits = remedies.waitsForAddress(order.ref());
        int esims = remedies.mailAgain(order.ref(), operator);
        if (esims == 0 && !waits) {
            throw Problem.conflict(
                    "nothing-to-mail",
                    "The order is " + order.state() + ": nothing of it is bought, owed and not on its way already.");
        }
        to.ifPresent(address -> jdbc.update(DELIVER_TO, address, order.id()));
        timeline.write(
                RetailOrders.KIND,
                order.id(),
                new TimelineEntry(
                        "mailed once more",
                        operator,
                        Map.of("reason", reason, "eSIMs", esims, "toAnotherAddress", to.isPresent())));
        return esims;
    }

    private static String address(String text) {
        return MailAddresses.parse(text)
                .orElseThrow(
                        () -> OrderActs.unusable("to", "not-an-address", "give one mailbox, e.g. ada@example.com"));
    }
}
