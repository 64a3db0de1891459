package io.esimhub.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is exported is imported again as it was, whatever the names are like. */
class CsvRoundTripTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> SUPPLIERS = List.of("esim-go", "redteago", "stock", "airalo");

    @Property(tries = 300)
    void anExportedCatalogIsTheSameCatalogWhenItIsReadAgain(@ForAll("catalogs") JsonNode catalog) {
        CsvCatalog again = CsvCatalog.read(CsvExport.of(catalog).getBytes(StandardCharsets.UTF_8));

        CatalogFile expected = read(catalog);
        CatalogFile actual = read(again.document());
        assertThat(again.wrong(List.of())).isEmpty();
        assertThat(actual.products()).isEqualTo(expected.products());
        assertThat(sorted(actual.suppliers())).isEqualTo(sorted(expected.suppliers()));
    }

    @Provide
    Arbitrary<JsonNode> catalogs() {
        Arbitrary<List<Map<String, Object>>> suppliers = Combinators.combine(texts(), status())
                .as((name, status) -> Map.<String, Object>of("name", name, "status", status))
                .list()
                .ofSize(SUPPLIERS.size())
                .map(CsvRoundTripTest::withCodes);
        Arbitrary<List<Map<String, Object>>> products =
                product().list().ofMinSize(1).ofMaxSize(4).uniqueElements(product -> product.get("sku"));
        return Combinators.combine(suppliers, products)
                .as((some, others) -> JSON.valueToTree(Map.of("suppliers", some, "products", others)));
    }

    private static Arbitrary<Map<String, Object>> product() {
        Arbitrary<List<Map<String, Object>>> variants = variant()
                .list()
                .ofMaxSize(3)
                .uniqueElements(variant -> List.of(variant.get("supplier"), variant.get("supplierSku")));
        return Combinators.combine(
                        texts(),
                        texts(),
                        Arbitraries.of("esim", "sim"),
                        Arbitraries.of("GB", "FR", "US").list().ofMaxSize(3),
                        Arbitraries.integers().between(1, Integer.MAX_VALUE).injectNull(0.3),
                        money().injectNull(0.3),
                        variants,
                        tier().list().ofMaxSize(3))
                .as((sku, name, kind, countries, number, price, offers, tiers) -> {
                    Map<String, Object> product = new HashMap<>();
                    product.put("sku", sku);
                    product.put("name", name);
                    product.put("kind", kind);
                    product.put("countries", countries);
                    product.put("dataMb", number);
                    product.put("retailPrice", price);
                    product.put("variants", offers);
                    product.put("tierPrices", tiers);
                    return product;
                });
    }

    private static Arbitrary<Map<String, Object>> variant() {
        return Combinators.combine(
                        Arbitraries.of(SUPPLIERS),
                        texts(),
                        money(),
                        Arbitraries.integers().between(0, 1000),
                        status())
                .as((supplier, sku, cost, priority, status) -> Map.of(
                        "supplier",
                        supplier,
                        "supplierSku",
                        sku,
                        "cost",
                        cost,
                        "priority",
                        priority,
                        "status",
                        status));
    }

    private static Arbitrary<Map<String, Object>> tier() {
        return Combinators.combine(texts(), Arbitraries.integers().between(1, 999_999), money())
                .as((tier, quantity, price) -> Map.of("tier", tier, "minQuantity", quantity, "unitPrice", price));
    }

    private static Arbitrary<Map<String, String>> money() {
        return Combinators.combine(
                        Arbitraries.bigDecimals()
                                .between(java.math.BigDecimal.ZERO, new java.math.BigDecimal("99999"))
                                .ofScale(4),
                        Arbitraries.of("USD", "EUR", "JPY"))
                .as((amount, currency) -> Map.of("amount", amount.toPlainString(), "currency", currency));
    }

    private static Arbitrary<String> status() {
        return Arbitraries.of("active", "inactive");
    }

    /** With everything that means something in CSV, and letters of elsewhere. */
    private static Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars(
                        '"', ',', ';', '\n', '\r', '\\', '>', '=', ':', '|', ' ', '\'', 'a', 'Z', '9', 'é', '\uFEFF',
                        '日')
                .ofMinLength(1)
                .ofMaxLength(12)
                .map(String::strip)
                .filter(text -> !text.isBlank());
    }

    private static List<Map<String, Object>> withCodes(List<Map<String, Object>> suppliers) {
        List<Map<String, Object>> coded = new java.util.ArrayList<>();
        for (int i = 0; i < suppliers.size(); i++) {
            Map<String, Object> supplier = new HashMap<>(suppliers.get(i));
            supplier.put("code", SUPPLIERS.get(i));
            coded.add(supplier);
        }
        return coded;
    }

    private static CatalogFile read(JsonNode document) {
        CatalogReader reader = new CatalogReader(Set.of());
        CatalogFile file = reader.read(document);
        assertThat(reader.errors()).isEmpty();
        return file;
    }

    private static List<CatalogFile.Supplier> sorted(List<CatalogFile.Supplier> suppliers) {
        return suppliers.stream()
                .sorted(Comparator.comparing(CatalogFile.Supplier::code))
                .toList();
    }
}
