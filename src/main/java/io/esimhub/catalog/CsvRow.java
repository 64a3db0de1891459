package io.esimhub.catalog;

import java.util.Collection;
import java.util.Map;

/**
 * @param line in the file, counted from 1: where the row begins
 * @param cells stripped; empty ones too
 */
record CsvRow(long line, Map<CsvColumn, String> cells) {

    String cell(CsvColumn column) {
        return cells.getOrDefault(column, "");
    }

    boolean has(CsvColumn column) {
        return !cell(column).isEmpty();
    }

    boolean hasAnyOf(Collection<CsvColumn> columns) {
        return columns.stream().anyMatch(this::has);
    }
}
