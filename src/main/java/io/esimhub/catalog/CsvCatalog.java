package io.esimhub.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.esimhub.operations.web.FieldError;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A catalog in CSV, one row a variant, made into the document that the JSON import reads: one set of rules judges both. It remembers
 * which cell each part of the document comes from, so that what is found wrong there is told by line and column.
 */
final class CsvCatalog {

    private static final String REPEAT = "write what the first row of this %s says, line %d";

    private final CsvErrors errors = new CsvErrors();
    private final CsvPlaces places = new CsvPlaces();
    private final ArrayNode suppliers = JsonNodeFactory.instance.arrayNode();
    private final ArrayNode products = JsonNodeFactory.instance.arrayNode();
    private final Map<String, CsvRow> firstOfSupplier = new HashMap<>();
    private final Map<String, CsvRow> firstOfProduct = new HashMap<>();
    private final Map<String, String> pathOfProduct = new HashMap<>();
    private final Map<String, ObjectNode> product = new HashMap<>();
    private final Map<List<String>, Long> variants = new HashMap<>();

    /** @throws io.esimhub.operations.web.Problem if the file is no CSV, or its header is wrong */
    static CsvCatalog read(byte[] document) {
        CsvCatalog catalog = new CsvCatalog();
        CsvTable.read(document, catalog.errors).forEach(catalog::row);
        return catalog;
    }

    /** The same catalog as JSON. */
    JsonNode document() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.set("suppliers", suppliers);
        document.set("products", products);
        return document;
    }

    /**
     * @param found what is wrong with the {@link #document}
     * @return that and what the document cannot show, by line and column
     */
    List<FieldError> wrong(List<FieldError> found) {
        found.forEach(error -> places.tell(error, errors));
        return errors.list();
    }

    private void row(CsvRow row) {
        if (row.has(CsvColumn.SUPPLIER_NAME) || row.has(CsvColumn.SUPPLIER_STATUS)) {
            supplier(row);
        }
        if (row.has(CsvColumn.SKU)) {
            product(row);
        } else if (!isOnlyASupplier(row)) {
            errors.cell(row.line(), CsvColumn.SKU, "is missing");
        }
    }

    private static boolean isOnlyASupplier(CsvRow row) {
        return row.has(CsvColumn.SUPPLIER_NAME)
                && !row.hasAnyOf(CsvColumn.of(CsvColumn.Of.PRODUCT))
                && CsvColumn.of(CsvColumn.Of.VARIANT).stream()
                        .allMatch(column -> column == CsvColumn.SUPPLIER || !row.has(column));
    }

    private void supplier(CsvRow row) {
        if (!row.has(CsvColumn.SUPPLIER)) {
            errors.cell(row.line(), CsvColumn.SUPPLIER, "is missing, but the row names a supplier");
            return;
        }
        String code = row.cell(CsvColumn.SUPPLIER);
        CsvRow first = firstOfSupplier.putIfAbsent(code, row);
        if (first != null) {
            contradictions(first, row, CsvColumn.Of.SUPPLIER, "supplier");
            return;
        }
        String path = "suppliers[" + suppliers.size() + "]";
        ObjectNode supplier = fill(suppliers.addObject(), path, row, CsvColumn.Of.SUPPLIER);
        supplier.put("code", code);
        places.put(path + ".code", row.line(), CsvColumn.SUPPLIER);
    }

    private void product(CsvRow row) {
        String sku = row.cell(CsvColumn.SKU);
        CsvRow first = firstOfProduct.putIfAbsent(sku, row);
        if (first == null) {
            String path = "products[" + products.size() + "]";
            pathOfProduct.put(sku, path);
            product.put(sku, fill(products.addObject(), path, row, CsvColumn.Of.PRODUCT));
        } else {
            contradictions(first, row, CsvColumn.Of.PRODUCT, "product");
        }
        if (row.hasAnyOf(CsvColumn.of(CsvColumn.Of.VARIANT)) || row.hasAnyOf(CsvColumn.of(CsvColumn.Of.SUPPLIER))) {
            variant(sku, row);
        }
    }

    private void variant(String sku, CsvRow row) {
        Long before = variants.putIfAbsent(
                List.of(sku, row.cell(CsvColumn.SUPPLIER), row.cell(CsvColumn.SUPPLIER_SKU)), row.line());
        if (before != null) {
            errors.cell(
                    row.line(),
                    CsvColumn.SUPPLIER_SKU,
                    "is the same variant as in line " + before,
                    "keep one of the two rows");
            return;
        }
        ArrayNode list = product.get(sku).withArray("variants");
        String path = pathOfProduct.get(sku) + ".variants[" + list.size() + "]";
        fill(list.addObject(), path, row, CsvColumn.Of.VARIANT);
    }

    private ObjectNode fill(ObjectNode entry, String path, CsvRow row, CsvColumn.Of what) {
        places.put(path, row.line(), null);
        for (CsvColumn column : CsvColumn.of(what)) {
            places.put(path + "." + column.member(), row.line(), column);
            if (row.has(column)) {
                CsvCell.read(column, row.cell(column))
                        .ifPresentOrElse(
                                value -> entry.set(column.member(), value),
                                () -> errors.cell(row.line(), column, "is not written as it should be"));
            }
        }
        return entry;
    }

    private void contradictions(CsvRow first, CsvRow row, CsvColumn.Of what, String whose) {
        boolean silent = what == CsvColumn.Of.SUPPLIER && !row.hasAnyOf(CsvColumn.of(what));
        for (CsvColumn column : CsvColumn.of(what)) {
            if (!silent && !first.cell(column).equals(row.cell(column))) {
                errors.cell(
                        row.line(), column, "contradicts line " + first.line(), REPEAT.formatted(whose, first.line()));
            }
        }
    }
}
