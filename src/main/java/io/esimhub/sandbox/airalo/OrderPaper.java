package io.esimhub.sandbox.airalo;

import io.esimhub.sandbox.SandboxProperties;
import io.esimhub.sandbox.ledger.Purchase;
import io.esimhub.sandbox.ledger.PurchasedEsim;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Orders and SIMs in Airalo's words. The answer to an order has numbers where the list has texts. */
@Component("sandboxAiraloOrderPaper")
class OrderPaper {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withZone(ZoneOffset.UTC);
    private static final BigDecimal RETAIL = BigDecimal.valueOf(2);

    private final String host;

    OrderPaper(SandboxProperties settings) {
        host = settings.airalo().smdpHost();
    }

    Map<String, Object> placed(Purchase purchase) {
        Map<String, Object> order = order(purchase);
        order.put("quantity", purchase.quantity());
        order.put("price", purchase.unitPrice().multiply(RETAIL));
        order.put("net_price", purchase.unitPrice());
        order.put("sims", sims(purchase));
        return order;
    }

    /** @param include comma-separated: sims, user, status */
    Map<String, Object> listed(Purchase purchase, List<String> include) {
        Map<String, Object> order = order(purchase);
        order.put("quantity", purchase.quantity());
        order.put("price", purchase.unitPrice().multiply(RETAIL).toPlainString());
        if (include.contains("sims")) {
            order.put("sims", sims(purchase));
        }
        if (include.contains("status")) {
            order.put("status", Map.of("name", "Completed", "slug", "completed"));
        }
        return order;
    }

    Map<String, Object> sim(Purchase purchase, PurchasedEsim esim) {
        Map<String, Object> sim = new LinkedHashMap<>();
        sim.put("id", Long.valueOf(esim.id()));
        sim.put("created_at", time(purchase.createdAt()));
        sim.put("iccid", esim.iccid());
        sim.put("lpa", host);
        sim.put("imsis", null);
        sim.put("matching_id", esim.matchingId());
        sim.put("qrcode", "LPA:1$" + host + '$' + esim.matchingId());
        sim.put("qrcode_url", "https://sandbox.example.com/qr?id=" + esim.id());
        sim.put("airalo_code", null);
        sim.put("apn_type", "automatic");
        sim.put("apn_value", "globaldata");
        sim.put("is_roaming", true);
        sim.put("confirmation_code", null);
        return sim;
    }

    static String time(Instant at) {
        return TIME.format(at);
    }

    private static Map<String, Object> order(Purchase purchase) {
        PackageName name = PackageName.of(purchase.bundle());
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("id", Long.valueOf(purchase.reference()));
        order.put("code", DAY.format(purchase.createdAt()) + '-' + purchase.reference());
        order.put("currency", "USD");
        order.put("package_id", purchase.bundle());
        order.put("type", "sim");
        order.put("description", purchase.key());
        order.put("esim_type", "Prepaid");
        order.put("validity", name.days());
        order.put("package", "Roam-" + name.title());
        order.put("data", name.data());
        order.put("created_at", time(purchase.createdAt()));
        return order;
    }

    private List<Map<String, Object>> sims(Purchase purchase) {
        List<Map<String, Object>> sims = new ArrayList<>();
        purchase.esims().forEach(esim -> sims.add(sim(purchase, esim)));
        return sims;
    }
}
