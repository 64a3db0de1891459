package io.esimhub.channels.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.operations.http.VendorText;
import io.esimhub.orders.ConfirmAnswer;
import io.esimhub.orders.OrderIdentity;
import io.esimhub.orders.SentLine;
import io.esimhub.orders.SentNotice;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShopifyTellingTest {

    private static final String CREATED =
            "{\"fulfillmentCreate\":{\"fulfillment\":{\"id\":\"gid://shopify/Fulfillment/9\"},\"userErrors\":[]}}";
    private static final String REFUSED =
            "{\"fulfillmentCreate\":{\"fulfillment\":null,\"userErrors\":[{\"message\":\"too many\"},{\"message\":\"and late\"}]}}";

    private final ObjectMapper json = new ObjectMapper();
    private final ShopifyTelling telling = new ShopifyTelling(
            new SentNotice(
                    1,
                    new OrderIdentity("shopify", "a.myshopify.com", "9007199254740993"),
                    1,
                    Instant.EPOCH,
                    List.of(new SentLine("5", "ESIM-GB", List.of(Optional.empty())))),
            false);

    @Test
    void whatRemainsIsReadAndThenTold() throws IOException {
        assertThat(telling.next().variables().get("id")).isEqualTo("gid://shopify/Order/9007199254740993");
        telling.heard(open(1));
        assertThat(telling.next().document()).isEqualTo("fulfillment-create");
        telling.heard(json.readTree(CREATED));

        assertThat(telling.isMore()).isFalse();
        assertThat(telling.answer(new VendorText()))
                .isEqualTo(new ConfirmAnswer.Told(List.of("gid://shopify/Fulfillment/9")));
    }

    @Test
    void whoeverWasFasterIsFoundByReadingOnceMore() throws IOException {
        telling.heard(open(1));
        telling.heard(json.readTree(REFUSED));
        assertThat(telling.next().document()).isEqualTo("fulfillment-orders");
        telling.heard(open(0));

        assertThat(telling.answer(new VendorText())).isEqualTo(new ConfirmAnswer.Told(List.of()));
    }

    @Test
    void userErrorsInATwoHundredAreAFailureAndAllOfThemAreKept() throws IOException {
        telling.heard(open(1));
        telling.heard(json.readTree(REFUSED));
        telling.heard(open(1));
        telling.heard(json.readTree(REFUSED));

        assertThat(telling.isMore()).isFalse();
        assertThat(telling.answer(new VendorText())).isEqualTo(new ConfirmAnswer.Refused("too many; and late"));
    }

    @Test
    void anOrderThatTheShopDoesNotShowHasNobodyToTell() throws IOException {
        telling.heard(json.readTree("{\"order\":null}"));

        assertThat(telling.isMore()).isFalse();
        assertThat(telling.answer(new VendorText())).isInstanceOf(ConfirmAnswer.Told.class);
    }

    private JsonNode open(int remaining) throws IOException {
        return json.readTree(
                """
                {"order":{"fulfillmentOrders":{"pageInfo":{"hasNextPage":false},"nodes":[
                  {"id":"gid://shopify/FulfillmentOrder/1","status":"%s","supportedActions":[],"assignedLocation":{"name":"here"},
                   "lineItems":{"pageInfo":{"hasNextPage":false},"nodes":[{"id":"gid://shopify/FulfillmentOrderLineItem/2","totalQuantity":1,
                     "remainingQuantity":%d,"lineItem":{"id":"gid://shopify/LineItem/5"}}]}}]}}}"""
                        .formatted(remaining > 0 ? "OPEN" : "CLOSED", remaining));
    }
}
