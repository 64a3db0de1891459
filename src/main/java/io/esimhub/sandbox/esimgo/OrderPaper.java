package io.esimhub.sandbox.esimgo;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.esimhub.sandbox.ledger.Purchase;
import java.math.BigDecimal;
import java.util.List;

/**
 * An order in eSIM Go's words. What is null is not said: a validated order has no reference, and the date is
 * {@code createDate} in lists but {@code createdDate} elsewhere.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrderPaper(
        List<Line> order,
        BigDecimal total,
        Boolean valid,
        String currency,
        String status,
        String statusMessage,
        String orderReference,
        String createdDate,
        String createDate,
        boolean assigned,
        String sourceIP) {

    private static final String CURRENCY = "USD";

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            String type,
            String item,
            int quantity,
            BigDecimal subTotal,
            BigDecimal pricePerUnit,
            @JsonProperty("AllowReassign") boolean allowReassign,
            List<Install> esims,
            List<String> iccids) {}

    record Install(String iccid, String matchingId, String smdpAddress) {}

    static OrderPaper validated(OrderWish wish, BigDecimal unitPrice, BigDecimal total, boolean valid, String now) {
        Line line = new Line("bundle", wish.item(), wish.quantity(), total, unitPrice, false, null, null);
        return new OrderPaper(List.of(line), total, valid, CURRENCY, null, null, null, now, null, wish.assign(), null);
    }

    static OrderPaper placed(Purchase purchase, String smdpAddress, String sourceIp) {
        return of(purchase, line(purchase, smdpAddress), dateOf(purchase), null, sourceIp);
    }

    /** @param smdpAddress null: without the eSIMs */
    static OrderPaper listed(Purchase purchase, String smdpAddress) {
        return of(purchase, line(purchase, smdpAddress), null, dateOf(purchase), null);
    }

    private static OrderPaper of(Purchase purchase, Line line, String createdDate, String createDate, String sourceIp) {
        return new OrderPaper(
                List.of(line),
                purchase.total(),
                null,
                CURRENCY,
                "completed",
                message(purchase),
                purchase.reference(),
                createdDate,
                createDate,
                purchase.assigned(),
                sourceIp);
    }

    private static Line line(Purchase purchase, String smdpAddress) {
        boolean bare = smdpAddress == null;
        return new Line(
                "bundle",
                purchase.bundle(),
                purchase.quantity(),
                purchase.total(),
                purchase.unitPrice(),
                false,
                bare ? null : installs(purchase, smdpAddress),
                bare
                        ? null
                        : purchase.esims().stream().map(esim -> esim.iccid()).toList());
    }

    private static List<Install> installs(Purchase purchase, String smdpAddress) {
        return purchase.esims().stream()
                .map(esim -> new Install(esim.iccid(), esim.matchingId(), smdpAddress))
                .toList();
    }

    private static String message(Purchase purchase) {
        if (!purchase.assigned()) {
            return "Order completed: " + purchase.quantity() + " bundles added to inventory";
        }
        int esims = purchase.esims().size();
        return "Order completed: " + esims + (esims == 1 ? " eSIM assigned" : " eSIMs assigned");
    }

    private static String dateOf(Purchase purchase) {
        return Nanoseconds.format(purchase.createdAt());
    }
}
