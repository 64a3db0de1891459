package io.esimhub.flow;

import java.util.List;
import java.util.Map;

/** Catalog documents for the import. */
final class Catalogs {

    private Catalogs() {}

    /** A product with one variant. */
    static String product(String sku, String supplier, String supplierSku, String cost) {
        return Shop.json(Map.of("products", List.of(product(sku, List.of(variant(supplier, supplierSku, cost, 10))))));
    }

    static Map<String, Object> product(String sku, List<Map<String, Object>> variants) {
        return Map.of(
                "sku",
                sku,
                "name",
                "Somewhere 1 GB, 7 days",
                "kind",
                "esim",
                "countries",
                List.of("GB"),
                "dataMb",
                1000,
                "validityDays",
                7,
                "status",
                "active",
                "variants",
                variants);
    }

    static Map<String, Object> variant(String supplier, String supplierSku, String cost, int priority) {
        return Map.of(
                "supplier", supplier,
                "supplierSku", supplierSku,
                "cost", Map.of("amount", cost, "currency", "USD"),
                "priority", priority,
                "status", "active");
    }
}
