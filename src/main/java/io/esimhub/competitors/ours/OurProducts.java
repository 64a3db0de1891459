package io.esimhub.competitors.ours;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.competitors.MonitorPart;
import io.esimhub.competitors.http.CallFailed;
import io.esimhub.competitors.store.Chunks;
import io.esimhub.competitors.store.Statement;
import io.esimhub.competitors.store.Store;
import io.esimhub.competitors.store.Times;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the hub sells, newest where the hub answers and as it was last where it does not. */
@MonitorPart
public class OurProducts {

    private static final Logger LOG = LoggerFactory.getLogger(OurProducts.class);

    private final HubCatalog hub;
    private final Store store;
    private final ObjectMapper json;
    private volatile String trouble = "not read yet";

    OurProducts(HubCatalog hub, Store store, ObjectMapper json) {
        this.hub = hub;
        this.store = store;
        this.json = json;
    }

    /** Why the hub could not be read the last time; null if it could. */
    public String trouble() {
        return trouble;
    }

    /** Reads the hub into the books; if it cannot be read, they stay as they are. */
    public void refresh() {
        try {
            List<OurProduct> products = hub.read();
            if (!products.isEmpty()) {
                keep(products);
            }
            trouble = null;
        } catch (CallFailed failure) {
            trouble = failure.getMessage();
            LOG.warn("our products cannot be read, the last known ones are compared: {}", trouble);
        }
    }

    /** Every one that the hub had when it was last read, ages included. */
    public List<OurProduct> all() {
        List<OurProduct> all = new ArrayList<>();
        store.each("listed-products", row -> all.add(product(row)));
        return all;
    }

    private void keep(List<OurProduct> products) {
        // pages are some moments apart; the books hold one time for the whole reading
        String asOf = Times.text(products.get(0).asOf());
        List<Map<String, Object>> entries =
                products.stream().map(OurProducts::entry).toList();
        List<Statement> statements = new ArrayList<>();
        for (String chunk : Chunks.of(json, entries)) {
            statements.add(Statement.of("products-new", asOf, chunk));
            statements.add(Statement.of("own-prices-close", chunk));
            statements.add(Statement.of("own-prices-open", asOf, asOf, chunk));
            statements.add(Statement.of("products-seen", asOf, chunk));
        }
        statements.add(Statement.of("own-prices-seen", asOf, asOf));
        statements.add(Statement.of("products-gone", asOf));
        statements.add(Statement.of("own-prices-gone"));
        store.write(statements);
    }

    private static Map<String, Object> entry(OurProduct product) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("sku", product.sku());
        entry.put("name", product.name());
        entry.put("countries", String.join(" ", product.countries()));
        entry.put("dataMb", product.dataMb());
        entry.put("validityDays", product.validityDays());
        entry.put("price", product.price() == null ? null : product.price().toPlainString());
        entry.put("currency", product.currency());
        entry.put("buyable", product.buyable() ? 1 : 0);
        return entry;
    }

    private static OurProduct product(Map<String, Object> row) {
        String price = (String) row.get("price");
        return new OurProduct(
                ((Number) row.get("id")).longValue(),
                (String) row.get("sku"),
                (String) row.get("name"),
                new TreeSet<>(List.of(((String) row.get("countries")).split(" "))),
                row.get("data_mb") == null ? null : ((Number) row.get("data_mb")).longValue(),
                row.get("validity_days") == null ? null : ((Number) row.get("validity_days")).intValue(),
                price == null ? null : new BigDecimal(price),
                (String) row.get("currency"),
                ((Number) row.get("buyable")).intValue() == 1,
                Times.instant(row.get("as_of")));
    }
}
