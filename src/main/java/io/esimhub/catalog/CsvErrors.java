package io.esimhub.catalog;

import io.esimhub.operations.web.FieldError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with a CSV file, by line and column: one error a cell. */
class CsvErrors {

    /** @param place among the columns; a whole row comes first */
    private record Located(long line, int place, FieldError error) {}

    private final List<Located> errors = new ArrayList<>();
    private final Set<String> cells = new HashSet<>();

    /** A cell; the remedy is the column's. */
    void cell(long line, CsvColumn column, String reason) {
        cell(line, column, reason, column.remedy());
    }

    void cell(long line, CsvColumn column, String reason, String remedy) {
        add(line, column.ordinal(), "line " + line + ", " + column.header(), reason, remedy);
    }

    void row(long line, String reason, String remedy) {
        add(line, -1, "line " + line, reason, remedy);
    }

    /** A column of the header that may be none of ours. */
    void header(String name, String reason, String remedy) {
        add(1, -1, "line 1, " + name, reason, remedy);
    }

    boolean none() {
        return errors.isEmpty();
    }

    /** By line and column. */
    List<FieldError> list() {
        return errors.stream()
                .sorted(Comparator.comparingLong(Located::line).thenComparingInt(Located::place))
                .map(Located::error)
                .toList();
    }

    private void add(long line, int place, String field, String reason, String remedy) {
        if (cells.add(field)) {
            errors.add(new Located(line, place, new FieldError(field, reason, remedy)));
        }
    }
}
