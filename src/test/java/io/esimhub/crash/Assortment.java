package io.esimhub.crash;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What the shop sells: each article has two bundles, so that one that is out of stock can be replaced. The prices are the
 * sandbox's own, for a supplier's list is searched by price too.
 */
final class Assortment {

    private static final String ESIM_GO = "1.80";
    private static final String REDTEAGO = "1.50";
    private static final String AIRALO = "1.60";
    private static final String OWN = "1.10";
    static final String STOCK = "stock";

    /** A supplier joins the load with its articles here. */
    static final List<Article> ARTICLES = List.of(
            new Article("ESIM-CRASH-GB", "esim-go", "crash_GB", ESIM_GO),
            new Article("ESIM-CRASH-FR", "esim-go", "crash_FR", ESIM_GO),
            new Article("ESIM-CRASH-JP", "esim-go", "crash_JP", ESIM_GO),
            new Article("ESIM-CRASH-US", "esim-go", "crash_US", ESIM_GO),
            new Article("ESIM-CRASH-TR", "esim-go", "crash_TR", ESIM_GO),
            new Article("ESIM-CRASH-TH", "esim-go", "crash_TH", ESIM_GO),
            new Article("ESIM-CRASH-IT", "redteago", "IT_1_7", REDTEAGO),
            new Article("ESIM-CRASH-ES", "redteago", "ES_1_7", REDTEAGO),
            new Article("ESIM-CRASH-PT", "airalo", "crash-pt-7days-1gb", AIRALO),
            new Article("ESIM-CRASH-GR", "airalo", "crash-gr-7days-1gb", AIRALO),
            new Article("ESIM-CRASH-SHELF", STOCK, "crash-shelf", OWN));

    private Assortment() {}

    record Article(String sku, String supplier, String bundle, String price) {

        private String json() {
            return """
                { "sku": "%1$s", "name": "%1$s", "kind": "esim", "countries": ["GB"], "dataMb": 1000, "validityDays": 7,
                  "retailPrice": { "amount": "9.00", "currency": "USD" }, "status": "active",
                  "variants": [ %2$s, %3$s ] }"""
                    .formatted(sku, variant(bundle, 10), variant(bundle + "_2", 20));
        }

        private String variant(String supplierSku, int priority) {
            return """
                { "supplier": "%s", "supplierSku": "%s", "cost": { "amount": "%s", "currency": "USD" },
                  "priority": %d, "status": "active" }"""
                    .formatted(supplier, supplierSku, price, priority);
        }
    }

    /** The SKUs that lie on our own shelf. */
    static List<String> onTheShelf() {
        return ARTICLES.stream()
                .filter(article -> article.supplier().equals(STOCK))
                .flatMap(article -> java.util.stream.Stream.of(article.bundle(), article.bundle() + "_2"))
                .toList();
    }

    /** What an order for this bundle asks for. */
    static String skuOf(String bundle) {
        return ARTICLES.stream()
                .filter(article -> bundle.startsWith(article.bundle()))
                .map(Article::sku)
                .findFirst()
                .orElse("");
    }

    static String catalog() {
        String suppliers = ARTICLES.stream()
                .map(Article::supplier)
                .distinct()
                .map(code -> "{ \"code\": \"%1$s\", \"name\": \"%1$s\", \"status\": \"active\" }".formatted(code))
                .collect(Collectors.joining(", "));
        String products = ARTICLES.stream().map(Article::json).collect(Collectors.joining(",\n"));
        return "{ \"suppliers\": [ %s ], \"products\": [ %s ] }".formatted(suppliers, products);
    }
}
