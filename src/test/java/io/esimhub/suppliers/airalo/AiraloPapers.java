package io.esimhub.suppliers.airalo;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Airalo's answers with made-up identities. */
final class AiraloPapers {

    static final String ID = "583747";

    private AiraloPapers() {}

    static String ok(String data) {
        return "{\"data\":" + data + ",\"meta\":{\"message\":\"success\"}}";
    }

    static String placed(String description, int quantity, int sims) {
        return ok(order(ID, description, quantity, sims, ""));
    }

    /** @param more further fields, beginning with a comma */
    static String order(String id, String description, int quantity, int sims, String more) {
        return "{\"id\":" + id + ",\"code\":\"20261120-" + id
                + "\",\"currency\":\"USD\",\"package_id\":\"roam-gb-7days-1gb\",\"quantity\":\"" + quantity
                + "\",\"type\":\"sim\",\"description\":" + (description == null ? "null" : "\"" + description + "\"")
                + ",\"esim_type\":\"Prepaid\",\"validity\":\"7\",\"package\":\"Roam-1 GB - 7 Days\",\"data\":\"1 GB\","
                + "\"price\":\"4.50\",\"created_at\":\"2026-11-20 10:30:00\",\"sims\":["
                + IntStream.rangeClosed(1, sims).mapToObj(AiraloPapers::sim).collect(Collectors.joining(","))
                + "]" + more + "}";
    }

    static String sim(int n) {
        return "{\"id\":" + (709000 + n) + ",\"created_at\":\"2026-11-20 10:30:00\",\"iccid\":\"890000000000000000" + n
                + "\",\"lpa\":\"lpa.example.com\",\"imsis\":null,\"matching_id\":\"MADEUP" + n
                + "\",\"qrcode\":\"LPA:1$lpa.example.com$MADEUP" + n
                + "\",\"apn_type\":\"manual\",\"apn_value\":\"globaldata\",\"is_roaming\":true,"
                + "\"confirmation_code\":\"5751\"}";
    }

    static String page(int number, int last, int total, String... orders) {
        return "{\"data\":[" + String.join(",", orders) + "],\"meta\":{\"message\":\"success\",\"current_page\":"
                + number + ",\"last_page\":" + last + ",\"per_page\":\"100\",\"total\":" + total + "}}";
    }
}
