package io.esimhub.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class OrderToMailTest extends RunningHub {

    @Test
    void aPaidOrderBecomesAScannableEsimInTheCustomersMail() throws Exception {
        ShopOrder order = ShopOrder.paid();

        assertThat(SHOP.post("orders/paid", order).status()).isEqualTo(200);

        JsonNode delivered = awaitState(order.id(), "DELIVERED");
        assertThat(delivered
                        .path("lines")
                        .path(0)
                        .path("units")
                        .path(0)
                        .path("supplier")
                        .asText())
                .isEqualTo("esim-go");
        assertThat(scannedCodes(mailsTo(order.email()).get(0)))
                .singleElement()
                .asString()
                .matches("LPA:1\\$rsp\\.sandbox\\.example\\.com\\$[A-Z0-9-]+");
        assertThat(events(delivered))
                .containsExactly("order received", "variant chosen", "purchase dispatched", "eSIM bought", "mail sent");
    }

    @Test
    void aQuantityAboveOneGivesThatManyDifferentEsimsInOneMail() throws Exception {
        ShopOrder order = ShopOrder.paid("ESIM-US-1GB-7D", 3);

        SHOP.post("orders/paid", order);

        awaitState(order.id(), "DELIVERED");
        assertThat(mailsTo(order.email())).hasSize(1);
        assertThat(scannedCodes(mailsTo(order.email()).get(0))).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void theCurrentQuantityCountsAndNotTheOrderedOne() {
        ShopOrder order = ShopOrder.paid("ESIM-GB-1GB-7D", 3).currentQuantity(1);

        SHOP.post("orders/paid", order);

        assertThat(units(awaitState(order.id(), "DELIVERED"))).containsExactly("SENT");
    }

    @Test
    void linesThatAreNotOursAreLeftAlone() {
        ShopOrder order = ShopOrder.paid().andLine("T-SHIRT-XL", 2);

        SHOP.post("orders/paid", order);

        JsonNode delivered = awaitState(order.id(), "DELIVERED");
        assertThat(delivered.path("lines").path(1).path("ownership").asText()).isEqualTo("NOT_OURS");
        assertThat(delivered.path("lines").path(1).path("units")).isEmpty();
    }

    @Test
    void anOrderWithoutALineOfOursIsIgnoredWithItsReason() {
        ShopOrder order = ShopOrder.paid("T-SHIRT-XL", 1);

        SHOP.post("orders/paid", order);

        assertThat(awaitState(order.id(), "IGNORED").path("reason").asText()).isEqualTo("NOTHING_OF_OURS");
    }

    @Test
    void aTestOrderIsIgnoredAndNothingIsBoughtForIt() {
        ShopOrder order = ShopOrder.paid().with("test", true);

        SHOP.post("orders/paid", order);

        JsonNode ignored = awaitState(order.id(), "IGNORED");
        assertThat(ignored.path("reason").asText()).isEqualTo("TEST_ORDER");
        assertThat(purchasesOf(ignored)).isEmpty();
    }

    @Test
    void anUnpaidOrderWaitsAndPaymentReleasesIt() {
        ShopOrder order = ShopOrder.paid();
        SHOP.post("orders/create", order.unpaid());
        JsonNode waiting = awaitState(order.id(), "AWAITING_PAYMENT");
        assertThat(purchasesOf(waiting)).isEmpty();

        SHOP.post("orders/paid", order.at("2026-07-01T10:05:00-04:00"));

        assertThat(units(awaitState(order.id(), "DELIVERED"))).containsExactly("SENT");
    }

    @Test
    void theNewsThatAnOrderIsUnpaidComesTooLateToMatterOncePaymentWasNewer() {
        ShopOrder order = ShopOrder.paid().at("2026-07-01T10:05:00-04:00");
        SHOP.post("orders/paid", order);
        awaitState(order.id(), "DELIVERED");

        SHOP.post("orders/create", order.unpaid().at("2026-07-01T10:00:00-04:00"));

        Waiting.until(() -> events(order(order.id())), events -> events.contains("order event"));
        assertThat(order(order.id()).path("state").asText()).isEqualTo("DELIVERED");
        assertThat(mailsTo(order.email())).hasSize(1);
    }

    @Test
    void aHundredCopiesOfOneDeliveryAndOtherDeliveriesOfTheSameOrderBuyOnce() throws Exception {
        double failedBefore = failedRuns();
        ShopOrder order = ShopOrder.paid("ESIM-EU-1GB-7D", 1);
        String sameDelivery = "one-delivery-" + order.id();
        ExecutorService shops = Executors.newFixedThreadPool(16);
        for (int i = 0; i < 100; i++) {
            boolean same = i % 2 == 0;
            shops.submit(() -> SHOP.post(
                    "orders/paid",
                    order.json(),
                    same ? java.util.Map.of("X-Shopify-Webhook-Id", sameDelivery) : java.util.Map.of()));
        }
        shops.shutdown();
        assertThat(shops.awaitTermination(30, TimeUnit.SECONDS)).isTrue();

        JsonNode delivered = awaitState(order.id(), "DELIVERED");
        awaitNothingLeft();
        assertThat(failedRuns()).isEqualTo(failedBefore);
        assertThat(purchasesOf(delivered)).hasSize(1);
        assertThat(mailsTo(order.email())).hasSize(1);
        assertThat(jdbc.sql("select count(*) from operations.inbox where delivery_id = ?")
                        .param(sameDelivery)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void createdPaidAndEditedInEveryOrderAndEachTwiceEndInTheSameState() {
        List<List<Integer>> arrivals = List.of(
                List.of(0, 1, 2),
                List.of(0, 2, 1),
                List.of(1, 0, 2),
                List.of(1, 2, 0),
                List.of(2, 0, 1),
                List.of(2, 1, 0));
        List<ShopOrder> orders = new ArrayList<>();
        for (List<Integer> arrival : arrivals) {
            ShopOrder order = ShopOrder.paid("ESIM-GB-1GB-7D", 2);
            orders.add(order);
            ShopOrder[] events = {
                order.unpaid().at("2026-07-01T10:00:00-04:00"),
                order.at("2026-07-01T10:00:05-04:00"),
                order.unpaid().at("2026-07-01T10:00:05-04:00")
            };
            for (int event : arrival) {
                SHOP.post(event == 1 ? "orders/paid" : "orders/create", events[event]);
                SHOP.post(event == 1 ? "orders/paid" : "orders/create", events[event]);
            }
        }

        for (ShopOrder order : orders) {
            assertThat(units(awaitState(order.id(), "DELIVERED"))).containsExactly("SENT", "SENT");
        }
        awaitNothingLeft();
        for (ShopOrder order : orders) {
            assertThat(units(order(order.id()))).containsExactly("SENT", "SENT");
            assertThat(mailsTo(order.email())).hasSize(1);
        }
    }

    @Test
    void anUnknownSkuIsParkedForAPersonAndTheCatalogReleasesIt() {
        String sku = "ESIM-NEW-" + System.identityHashCode(this);
        ShopOrder order = ShopOrder.paid(sku, 1);
        SHOP.post("orders/paid", order);
        JsonNode parked = awaitState(order.id(), "NEEDS_ATTENTION");
        assertThat(parked.path("reason").asText()).isEqualTo("UNKNOWN_SKU");
        assertThat(parked.path("lines")
                        .path(0)
                        .path("units")
                        .path(0)
                        .path("reason")
                        .asText())
                .isEqualTo("UNKNOWN_SKU");

        CALLS.ops("PUT", "/api/v1/ops/catalog", Catalogs.product(sku, "esim-go", "esim_1GB_7D_GB_V2", "1.80"));

        awaitState(order.id(), "DELIVERED");
        assertThat(order(order.id()).path("cases").path(0).path("state").asText())
                .isEqualTo("CLOSED");
    }

    @Test
    void anOrderWithoutAnAddressWaitsForOneAndIsNotBoughtBefore() {
        ShopOrder order = ShopOrder.paid();
        SHOP.post("orders/paid", order.with("email", null));
        JsonNode parked = awaitState(order.id(), "NEEDS_ATTENTION");
        assertThat(parked.path("reason").asText()).isEqualTo("NO_EMAIL");
        assertThat(purchasesOf(parked)).isEmpty();

        SHOP.post("orders/paid", order.at("2026-07-01T10:09:00-04:00"));

        awaitState(order.id(), "DELIVERED");
    }

    @Test
    void aCancelledOrderIsNeverBought() {
        ShopOrder order = ShopOrder.paid().with("cancelled_at", "2026-07-01T10:00:04-04:00");

        SHOP.post("orders/paid", order);

        assertThat(purchasesOf(awaitState(order.id(), "CANCELLED"))).isEmpty();
    }

    @Test
    void anOrdinalIsNeverUsedAgain() {
        ShopOrder order = ShopOrder.paid("ESIM-GB-1GB-7D", 2).unpaid();
        SHOP.post("orders/create", order);
        awaitState(order.id(), "AWAITING_PAYMENT");
        SHOP.post("orders/create", order.currentQuantity(1).at("2026-07-01T10:01:00-04:00"));
        Waiting.until(() -> units(order(order.id())), units -> units.equals(List.of("OWED", "DROPPED")));

        SHOP.post("orders/create", order.currentQuantity(2).at("2026-07-01T10:02:00-04:00"));

        Waiting.until(() -> units(order(order.id())), units -> units.equals(List.of("OWED", "DROPPED", "OWED")));
    }

    /** Events that found their order in other hands are tried again at once. */
    private void awaitNothingLeft() {
        Waiting.until(
                () -> {
                    hurry("inbox:");
                    hurry("order:");
                    return itemsLeft();
                },
                left -> left == 0);
    }

    static List<String> scannedCodes(Part part) throws Exception {
        List<String> codes = new ArrayList<>();
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                codes.addAll(scannedCodes(parts.getBodyPart(i)));
            }
        } else if (part.isMimeType("image/png")) {
            BufferedImageLuminanceSource picture =
                    new BufferedImageLuminanceSource(ImageIO.read(part.getInputStream()));
            codes.add(new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(picture)))
                    .getText());
        }
        return codes;
    }
}
