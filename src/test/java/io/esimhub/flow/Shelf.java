package io.esimhub.flow;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.StreamSupport;

/** Our own stock, as the people see it who fill it and post what is in it. */
final class Shelf {

    private static final AtomicLong ICCIDS = new AtomicLong(8_944_500_000_000_000_000L);
    private static final String OPS =
            "Basic " + Base64.getEncoder().encodeToString("ops:ops".getBytes(StandardCharsets.UTF_8));

    private final Calls calls;

    Shelf(Calls calls) {
        this.calls = calls;
    }

    static String iccid() {
        return Long.toString(ICCIDS.incrementAndGet());
    }

    /** @return their ICCIDs; each one's matching id is {@code M-} and its ICCID */
    List<String> esims(String sku, int count) {
        return esims(sku, count, "");
    }

    List<String> esims(String sku, int count, String confirmationCode) {
        List<String> iccids = new ArrayList<>();
        StringBuilder csv = new StringBuilder("iccid,smdp_address,matching_id,confirmation_code,cost,currency\n");
        for (int i = 0; i < count; i++) {
            String iccid = iccid();
            iccids.add(iccid);
            csv.append(iccid + ",rsp.stock.example.com,M-" + iccid + "," + confirmationCode + ",1.10,USD\n");
        }
        mustSucceed(take("esim", sku, csv.toString()));
        return iccids;
    }

    /** @return their ICCIDs; PIN 4711, PUK 12345678 */
    List<String> cards(String sku, int count) {
        List<String> iccids = new ArrayList<>();
        StringBuilder csv = new StringBuilder("iccid,pin,puk,location,cost,currency\n");
        for (int i = 0; i < count; i++) {
            String iccid = iccid();
            iccids.add(iccid);
            csv.append(iccid + ",4711,12345678,box 7,2.10,USD\n");
        }
        mustSucceed(take("sim", sku, csv.toString()));
        return iccids;
    }

    Calls.Answer take(String kind, String sku, String csv) {
        return send("?kind=" + kind + "&sku=" + sku, csv, "text/csv; charset=utf-8");
    }

    Calls.Answer send(String query, String csv, String contentType) {
        return calls.send(
                "POST",
                "/api/v1/ops/stock/import" + query,
                csv.getBytes(StandardCharsets.UTF_8),
                Map.of("Authorization", OPS, "Content-Type", contentType));
    }

    JsonNode level(String sku) {
        return StreamSupport.stream(calls.get("/api/v1/ops/stock").path("skus").spliterator(), false)
                .filter(level -> sku.equals(level.path("sku").asText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("stock knows no " + sku));
    }

    JsonNode item(String iccid) {
        return calls.get("/api/v1/ops/stock/items?iccid=" + iccid).path("items").path(0);
    }

    String state(String iccid) {
        return item(iccid).path("state").asText();
    }

    List<JsonNode> pickList(String order) {
        return StreamSupport.stream(
                        calls.get("/api/v1/ops/stock/pick-list?limit=200")
                                .path("cards")
                                .spliterator(),
                        false)
                .filter(card -> order.equals(card.path("order").asText()))
                .toList();
    }

    Calls.Answer picked(String... iccids) {
        return calls.ops("POST", "/api/v1/ops/stock/picked", Shop.json(Map.of("iccids", List.of(iccids))));
    }

    Calls.Answer shipped(String iccid, String trackingNumber) {
        return calls.ops(
                "POST",
                "/api/v1/ops/stock/shipped",
                Shop.json(Map.of(
                        "iccid",
                        iccid,
                        "carrier",
                        "Royal Mail",
                        "trackingNumber",
                        trackingNumber,
                        "trackingUrl",
                        "https://track.example.com/?n=" + trackingNumber)));
    }

    Calls.Answer activated(String iccid) {
        return calls.ops("POST", "/api/v1/ops/stock/activated", Shop.json(Map.of("iccid", iccid)));
    }

    Calls.Answer returned(String iccid, String condition) {
        return calls.ops(
                "POST",
                "/api/v1/ops/stock/returned",
                Shop.json(Map.of("iccid", iccid, "condition", condition, "reason", "came back unopened")));
    }

    private static void mustSucceed(Calls.Answer answer) {
        if (answer.status() != 200) {
            throw new AssertionError("stock refused: " + answer);
        }
    }
}
