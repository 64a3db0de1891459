package io.esimhub.channels.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.operations.http.VendorText;
import io.esimhub.orders.ConfirmAnswer;
import io.esimhub.orders.SentNotice;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One telling of one order: what remains is read, then told; if Shopify objects, it is read once more, as somebody may have been faster. */
final class ShopifyTelling {

    private static final int ROUNDS = 2;

    private final SentNotice notice;
    private final boolean notifyCustomer;
    private final List<FulfillmentOrder> orders = new ArrayList<>();
    private final Deque<FulfillmentPlan.Fulfillment> untold = new ArrayDeque<>();
    private final List<String> references = new ArrayList<>();
    private final List<String> objections = new ArrayList<>();
    private FulfillmentPlan plan;
    private String after;
    private boolean reading = true;
    private boolean visible = true;
    private int round = 1;

    ShopifyTelling(SentNotice notice, boolean notifyCustomer) {
        this.notice = notice;
        this.notifyCustomer = notifyCustomer;
    }

    /** For the route's loop. */
    public boolean isMore() {
        return reading || !untold.isEmpty();
    }

    AdminCall next() {
        Map<String, Object> variables = new HashMap<>();
        if (reading) {
            variables.put("id", new ShopifyGid("Order", notice.identity().externalId()).text());
            variables.put("after", after);
            return new AdminCall(notice.identity().shop(), "fulfillment-orders", variables);
        }
        variables.put("fulfillment", FulfillmentForm.of(untold.peek(), notifyCustomer));
        return new AdminCall(notice.identity().shop(), "fulfillment-create", variables);
    }

    void heard(JsonNode data) {
        if (reading) {
            readPage(data.path("order"));
        } else {
            untold.remove();
            told(data.path("fulfillmentCreate"));
        }
    }

    ConfirmAnswer answer(VendorText words) {
        // deleted, or older than this token may see (60 days without read_all_orders): there is nobody to tell
        if (!visible) {
            return new ConfirmAnswer.Told(List.of("the shop does not show this order"));
        }
        if (!objections.isEmpty()) {
            return new ConfirmAnswer.Refused(words.of(String.join("; ", objections)));
        }
        return plan.blocked()
                .<ConfirmAnswer>map(ConfirmAnswer.Refused::new)
                .orElseGet(() -> new ConfirmAnswer.Told(List.copyOf(references)));
    }

    private void readPage(JsonNode order) {
        visible = order.isObject();
        order.path("fulfillmentOrders").path("nodes").forEach(node -> orders.add(FulfillmentOrder.read(node)));
        JsonNode page = order.path("fulfillmentOrders").path("pageInfo");
        reading = page.path("hasNextPage").asBoolean();
        after = page.path("endCursor").asText();
        if (!reading) {
            plan = FulfillmentPlan.of(orders, notice.lines());
            untold.addAll(plan.fulfillments());
        }
    }

    /** Errors of a user come with status 200, and all of them count. */
    private void told(JsonNode payload) {
        List<String> errors = new ArrayList<>();
        payload.path("userErrors")
                .forEach(error -> errors.add(error.path("message").asText()));
        JsonNode made = payload.path("fulfillment").path("id");
        if (errors.isEmpty() && made.isTextual()) {
            references.add(made.asText());
        } else if (round < ROUNDS) {
            readAgain();
        } else {
            objections.addAll(errors.isEmpty() ? List.of("no fulfillment was made") : errors);
        }
    }

    private void readAgain() {
        round++;
        untold.clear();
        orders.clear();
        after = null;
        reading = true;
    }
}
