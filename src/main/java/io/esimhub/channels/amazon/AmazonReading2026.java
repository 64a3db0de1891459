package io.esimhub.channels.amazon;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.channels.ApiRefused;

/**
 * Orders API 2026-01-01: one call. Buyer and address need restricted roles; an application that lacks them is refused altogether, and then
 * asks for what it may see.
 */
final class AmazonReading2026 implements AmazonReading {

    private static final String BASE = "/orders/2026-01-01/orders/";
    private static final String ALL = "BUYER,RECIPIENT,PROCEEDS,CANCELLATION,FULFILLMENT";
    private static final String WITHOUT_PEOPLE = "PROCEEDS,CANCELLATION,FULFILLMENT";

    private final String orderId;
    private boolean people = true;
    private int refusals;
    private AmazonOrder order;

    AmazonReading2026(String orderId) {
        this.orderId = orderId;
    }

    @Override
    public boolean isMore() {
        return order == null;
    }

    @Override
    public AmazonCall next() {
        return AmazonCall.get(
                AmazonOperation.GET_ORDER,
                BASE + AmazonAccess.encoded(orderId) + "?includedData=" + (people ? ALL : WITHOUT_PEOPLE));
    }

    @Override
    public void heard(JsonNode answer) {
        order = AmazonOrderReader.read(answer.path("order"));
    }

    @Override
    public boolean refused(ApiRefused why) {
        // 403 is also what a token gets whose time is over: once more with another one, before asking for less
        boolean mayTry = people && why.status() == 403;
        refusals++;
        people = people && refusals < 2;
        return mayTry;
    }

    @Override
    public boolean asksForPeople() {
        return people;
    }

    @Override
    public AmazonOrder order() {
        return order;
    }
}
