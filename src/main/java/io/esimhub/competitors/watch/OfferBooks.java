package io.esimhub.competitors.watch;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.competitors.MonitorPart;
import io.esimhub.competitors.Offer;
import io.esimhub.competitors.store.Chunks;
import io.esimhub.competitors.store.Statement;
import io.esimhub.competitors.store.Store;
import io.esimhub.competitors.store.Times;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;

/** What competitors ask. A price that stays is one row whose end moves on; only a change adds one. */
@MonitorPart
class OfferBooks {

    private final Store store;
    private final ObjectMapper json;

    OfferBooks(Store store, ObjectMapper json) {
        this.store = store;
        this.json = json;
    }

    /** A whole visit, or nothing of it. What it does not name is not listed any more. */
    void keep(String competitor, List<Offer> offers, Instant now, Statement run) {
        String at = Times.text(now);
        Map<String, Map<String, Object>> entries = new LinkedHashMap<>();
        offers.forEach(offer -> entries.put(offer.externalId(), entry(offer)));
        List<Statement> statements = new ArrayList<>();
        for (String chunk : Chunks.of(json, List.copyOf(entries.values()))) {
            statements.add(Statement.of("plans-new", competitor, at, at, chunk));
            statements.add(Statement.of("prices-close", chunk, competitor));
            statements.add(Statement.of("prices-open", at, at, chunk, competitor));
            statements.add(Statement.of("plans-seen", at, chunk, competitor));
        }
        statements.add(Statement.of("prices-seen", at, competitor, at));
        statements.add(Statement.of("plans-gone", competitor, at));
        statements.add(Statement.of("prices-gone", competitor));
        statements.add(run);
        store.write(statements);
    }

    /** Every plan that is listed, one after the other; no more than a page of them is in memory. */
    void each(Consumer<Offer> use) {
        store.each("listed-plans", row -> use.accept(offer(row)));
    }

    /** Lets go of what is older than that and counts no more. */
    void thin(Instant before) {
        String at = Times.text(before);
        store.write(List.of(
                Statement.of("thin-prices", at),
                Statement.of("thin-own-prices", at),
                Statement.of("thin-plans", at),
                Statement.of("thin-products", at),
                Statement.of("thin-runs", at),
                Statement.of("thin-alerts", at)));
    }

    private static Map<String, Object> entry(Offer offer) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", offer.externalId());
        entry.put("title", offer.title());
        entry.put("url", offer.url());
        entry.put("countries", String.join(" ", offer.countries()));
        entry.put("dataMb", offer.dataMb());
        entry.put("validityDays", offer.validityDays());
        entry.put("price", printed(offer.price()));
        entry.put("currency", offer.currency());
        return entry;
    }

    /** 4.5 and 4.50 are one price. */
    private static String printed(BigDecimal price) {
        BigDecimal bare = price.stripTrailingZeros();
        return bare.setScale(Math.max(2, bare.scale())).toPlainString();
    }

    private static Offer offer(Map<String, Object> row) {
        return new Offer(
                (String) row.get("competitor"),
                (String) row.get("external_id"),
                (String) row.get("title"),
                (String) row.get("url"),
                new TreeSet<>(List.of(((String) row.get("countries")).split(" "))),
                row.get("data_mb") == null ? null : ((Number) row.get("data_mb")).longValue(),
                row.get("validity_days") == null ? null : ((Number) row.get("validity_days")).intValue(),
                new BigDecimal((String) row.get("price")),
                (String) row.get("currency"),
                Times.instant(row.get("last_seen")));
    }
}
