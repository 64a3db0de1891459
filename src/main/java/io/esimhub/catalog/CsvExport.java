package io.esimhub.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The opposite of {@link CsvCatalog}: the document of the JSON export as CSV that can be imported again. */
final class CsvExport {

    private final StringBuilder text = new StringBuilder();
    private final CSVPrinter printer;
    private final Map<String, JsonNode> suppliers = new TreeMap<>();

    private CsvExport() throws IOException {
        printer = new CSVPrinter(text, CSVFormat.RFC4180);
    }

    static String of(JsonNode document) {
        try {
            return new CsvExport().write(document);
        } catch (IOException fromAStringBuilder) {
            throw new UncheckedIOException(fromAStringBuilder);
        }
    }

    private String write(JsonNode document) throws IOException {
        document.path("suppliers")
                .forEach(supplier -> suppliers.put(supplier.path("code").asText(), supplier));
        printer.printRecord(
                List.of(CsvColumn.values()).stream().map(CsvColumn::header).toList());
        List<Map<CsvColumn, String>> rows = new ArrayList<>();
        document.path("products").forEach(product -> rows.addAll(rows(product)));
        for (Map<CsvColumn, String> row : rows) {
            print(row);
        }
        for (JsonNode withoutVariants : List.copyOf(unmentioned(rows).values())) {
            print(supplier(withoutVariants));
        }
        return text.toString();
    }

    private List<Map<CsvColumn, String>> rows(JsonNode product) {
        List<Map<CsvColumn, String>> rows = new ArrayList<>();
        for (JsonNode variant : product.path("variants")) {
            JsonNode supplier = suppliers.get(variant.path("supplier").asText());
            Map<CsvColumn, String> row = supplier == null ? new LinkedHashMap<>() : supplier(supplier);
            row.putAll(cells(product, CsvColumn.Of.PRODUCT));
            row.putAll(cells(variant, CsvColumn.Of.VARIANT));
            rows.add(row);
        }
        return rows.isEmpty() ? List.of(cells(product, CsvColumn.Of.PRODUCT)) : rows;
    }

    private Map<String, JsonNode> unmentioned(List<Map<CsvColumn, String>> rows) {
        Map<String, JsonNode> left = new TreeMap<>(suppliers);
        rows.forEach(row -> left.remove(row.getOrDefault(CsvColumn.SUPPLIER, "")));
        return left;
    }

    private static Map<CsvColumn, String> supplier(JsonNode supplier) {
        Map<CsvColumn, String> row = cells(supplier, CsvColumn.Of.SUPPLIER);
        row.put(CsvColumn.SUPPLIER, supplier.path("code").asText());
        return row;
    }

    private static Map<CsvColumn, String> cells(JsonNode entry, CsvColumn.Of what) {
        Map<CsvColumn, String> cells = new LinkedHashMap<>();
        for (CsvColumn column : CsvColumn.of(what)) {
            cells.put(column, CsvCell.write(column, entry.path(column.member())));
        }
        return cells;
    }

    private void print(Map<CsvColumn, String> row) throws IOException {
        for (CsvColumn column : CsvColumn.values()) {
            printer.print(row.getOrDefault(column, ""));
        }
        printer.println();
    }
}
