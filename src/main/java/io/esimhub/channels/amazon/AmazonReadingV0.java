package io.esimhub.channels.amazon;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.channels.ApiRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Orders API v0: a token for the buyer's data, the order, and its items page by page. */
final class AmazonReadingV0 implements AmazonReading {

    private static final String BASE = "/orders/v0/orders/";

    private enum Step {
        TOKEN,
        ORDER,
        ITEMS,
        DONE
    }

    private final String path;
    private final ObjectMapper json;
    private final List<JsonNode> items = new ArrayList<>();
    private Step step = Step.TOKEN;
    private String restrictedToken;
    private boolean people = true;
    private int refusals;
    private JsonNode head;
    private String nextToken;

    AmazonReadingV0(String orderId, ObjectMapper json) {
        this.path = BASE + AmazonAccess.encoded(orderId);
        this.json = json;
    }

    @Override
    public boolean isMore() {
        return step != Step.DONE;
    }

    @Override
    public AmazonCall next() throws JsonProcessingException {
        return switch (step) {
            case TOKEN ->
                AmazonCall.post(
                        AmazonOperation.CREATE_RESTRICTED_DATA_TOKEN,
                        "/tokens/2021-03-01/restrictedDataToken",
                        json.writeValueAsBytes(Map.of(
                                "restrictedResources",
                                List.of(Map.of(
                                        "method",
                                        "GET",
                                        "path",
                                        path,
                                        "dataElements",
                                        List.of("buyerInfo", "shippingAddress"))))));
            case ORDER -> AmazonCall.get(AmazonOperation.V0_GET_ORDER, path).with(restrictedToken);
            default ->
                AmazonCall.get(
                        AmazonOperation.V0_GET_ORDER_ITEMS,
                        path + "/orderItems"
                                + (nextToken == null ? "" : "?NextToken=" + AmazonAccess.encoded(nextToken)));
        };
    }

    @Override
    public void heard(JsonNode answer) {
        switch (step) {
            case TOKEN -> {
                restrictedToken = answer.path("restrictedDataToken").asText(null);
                step = Step.ORDER;
            }
            case ORDER -> {
                head = answer.path("payload");
                step = Step.ITEMS;
            }
            default -> {
                JsonNode payload = answer.path("payload");
                payload.path("OrderItems").forEach(items::add);
                nextToken = payload.path("NextToken").asText(null);
                step = nextToken == null ? Step.DONE : Step.ITEMS;
            }
        }
    }

    /** Without the right to restricted data the order is read without its buyer. */
    @Override
    public boolean refused(ApiRefused why) {
        boolean mayTry = step == Step.TOKEN && (why.status() == 403 || why.status() == 400)
                || step == Step.ORDER && why.status() == 403 && restrictedToken != null;
        restrictedToken = null;
        refusals++;
        // 403 is also what a token gets whose time is over: once more with another one, before asking for less
        people = people && refusals < 2 && why.status() == 403;
        step = people ? Step.TOKEN : Step.ORDER;
        return mayTry;
    }

    @Override
    public boolean asksForPeople() {
        return people;
    }

    @Override
    public AmazonOrder order() {
        return AmazonOrderReaderV0.read(head, items);
    }
}
