package io.esimhub.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.operations.web.FieldError;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads a catalog document and finds everything that is wrong with it, not only the first thing. */
final class CatalogReader {

    private static final List<String> STATUS = List.of("active", "inactive");
    private static final List<String> KINDS = List.of("esim", "sim");
    private static final BigDecimal LEAST_PERCENT = BigDecimal.valueOf(-1000);
    private static final BigDecimal MOST_PERCENT = BigDecimal.valueOf(100);
    private static final Set<String> COUNTRIES = new HashSet<>(Arrays.asList(Locale.getISOCountries()));

    private final Set<String> knownSuppliers;
    private final List<FieldError> errors = new ArrayList<>();
    private final Set<String> skus = new HashSet<>();

    /** @param knownSuppliers codes that are in our catalog already */
    CatalogReader(Set<String> knownSuppliers) {
        this.knownSuppliers = new HashSet<>(knownSuppliers);
    }

    /** Worth nothing if {@link #errors} is not empty. */
    CatalogFile read(JsonNode document) {
        Fields root = new Fields(document, "", errors);
        List<CatalogFile.Supplier> suppliers = root.objects("suppliers", this::supplier);
        suppliers.forEach(supplier -> knownSuppliers.add(supplier.code()));
        List<CatalogFile.Product> products = root.objects("products", this::product);
        root.nothingElse();
        if (suppliers.isEmpty() && products.isEmpty() && errors.isEmpty()) {
            errors.add(new FieldError("products", "is missing", "send suppliers, products, or both"));
        }
        return new CatalogFile(suppliers, products);
    }

    List<FieldError> errors() {
        return errors;
    }

    private CatalogFile.Supplier supplier(Fields fields) {
        String code = fields.text("code");
        if (!code.isEmpty() && !code.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            fields.wrong("code", "is not in lower case letters, digits and dashes", "send a code such as esim-go", "");
        }
        return new CatalogFile.Supplier(code, fields.text("name"), fields.oneOf("status", STATUS, "active"));
    }

    private CatalogFile.Product product(Fields fields) {
        String sku = fields.text("sku");
        if (!sku.isEmpty() && !skus.add(sku)) {
            fields.wrong("sku", "stands twice in this document", "send each product once", "");
        }
        return new CatalogFile.Product(
                sku,
                fields.text("name"),
                fields.oneOf("kind", KINDS, null),
                countries(fields),
                fields.number("dataMb", 1),
                fields.number("validityDays", 1),
                fields.money("retailPrice"),
                fields.money("wholesalePrice"),
                fields.value(
                        "marginFloor",
                        CatalogReader::percent,
                        "is no per cent from -1000 to 100 with at most four places",
                        "send the per cent of the retail price that must remain, such as 15"),
                fields.oneOf("status", STATUS, "active"),
                fields.objects("variants", this::variant),
                fields.objects("tierPrices", this::tierPrice));
    }

    private List<String> countries(Fields fields) {
        List<String> countries = fields.texts("countries");
        for (int i = 0; i < countries.size(); i++) {
            if (!countries.get(i).isEmpty() && !COUNTRIES.contains(countries.get(i))) {
                fields.wrong("countries[" + i + "]", "is no ISO 3166 two-letter code", "send a code such as GB", "");
            }
        }
        return countries;
    }

    private CatalogFile.Variant variant(Fields fields) {
        String supplier = fields.text("supplier");
        if (!supplier.isEmpty() && !knownSuppliers.contains(supplier)) {
            fields.wrong("supplier", "is unknown", "add it to suppliers, or use the code of one that is there", "");
        }
        Optional<Instant> from = time(fields, "validFrom");
        Optional<Instant> to = time(fields, "validTo");
        if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
            fields.wrong("validTo", "is not after validFrom", "send a later time, or leave one of them out", "");
        }
        return new CatalogFile.Variant(
                supplier,
                fields.text("supplierSku"),
                fields.neededMoney("cost"),
                fields.numberOr("priority", 0, 100),
                fields.oneOf("status", STATUS, "active"),
                fields.number("maxQuantity", 1),
                from,
                to,
                countries(fields));
    }

    private static Optional<Instant> time(Fields fields, String name) {
        return fields.value(
                name, CatalogReader::instant, "is no time with its offset", "send one such as 2026-12-24T00:00:00Z");
    }

    private static Instant instant(String text) {
        OffsetDateTime time = OffsetDateTime.parse(text);
        if (time.getYear() < 1 || time.getYear() > 9999) {
            throw new IllegalArgumentException("out of range");
        }
        return time.toInstant();
    }

    private static BigDecimal percent(String text) {
        BigDecimal percent = new BigDecimal(text);
        if (percent.stripTrailingZeros().scale() > 4
                || percent.compareTo(LEAST_PERCENT) < 0
                || percent.compareTo(MOST_PERCENT) > 0) {
            throw new IllegalArgumentException("out of range");
        }
        return percent;
    }

    private CatalogFile.TierPrice tierPrice(Fields fields) {
        return new CatalogFile.TierPrice(
                fields.text("tier"), fields.numberOr("minQuantity", 1, 1), fields.neededMoney("unitPrice"));
    }
}
