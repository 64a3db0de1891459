package io.esimhub.suppliers.stock;

import io.esimhub.operations.web.FieldError;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file (RFC 4180, comma, header row) taken apart into cells. What is wrong with its shape is added to the errors; no cell's text
 * is ever repeated there, as it may be a code.
 */
final class CsvTable {

    /** A row by the header's names; {@code line} is where it begins. */
    record Row(int line, Map<String, String> cells) {}

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setTrim(true).setIgnoreEmptyLines(false).get();

    private final List<String> allowed;
    private final List<String> needed;
    private final int mostRows;
    private final List<FieldError> errors;

    CsvTable(List<String> allowed, List<String> needed, int mostRows, List<FieldError> errors) {
        this.allowed = allowed;
        this.needed = needed;
        this.mostRows = mostRows;
        this.errors = errors;
    }

    /** Worth nothing if there are errors. */
    List<Row> read(String text) {
        List<Row> rows = new ArrayList<>();
        int line = 1;
        try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
            Iterator<CSVRecord> records = parser.iterator();
            List<String> header = records.hasNext() ? header(records.next()) : List.of();
            if (header.isEmpty() || !errors.isEmpty()) {
                return rows;
            }
            line++;
            while (records.hasNext()) {
                CSVRecord record = records.next();
                if (!isBlank(record)) {
                    row(header, record, line, rows);
                }
                if (rows.size() > mostRows) {
                    errors.add(new FieldError("body", "has more than " + mostRows + " lines", "send it in parts"));
                    return rows;
                }
                line += lines(record);
            }
        } catch (UncheckedIOException malformed) {
            errors.add(new FieldError("line " + line, "is not well-formed CSV", "mind the quotation marks: RFC 4180"));
        } catch (IOException e) {
            throw new IllegalStateException("text in memory cannot fail to be read", e);
        }
        return rows;
    }

    private List<String> header(CSVRecord record) {
        List<String> names = record.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        for (int i = 0; i < names.size(); i++) {
            if (!allowed.contains(names.get(i))) {
                errors.add(new FieldError(
                        "line 1, column " + (i + 1),
                        "has no name that is known here",
                        "use commas, and of these names: " + allowed));
            } else if (names.indexOf(names.get(i)) < i) {
                errors.add(new FieldError("line 1, " + names.get(i), "stands there twice", "leave one out"));
            }
        }
        needed.stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> errors.add(new FieldError("line 1, " + name, "is missing", "add the column")));
        return names;
    }

    private void row(List<String> header, CSVRecord record, int line, List<Row> rows) {
        if (record.size() != header.size()) {
            errors.add(new FieldError(
                    "line " + line,
                    "has " + record.size() + " cells, the header has " + header.size(),
                    "send as many, and put cells with commas into quotation marks"));
            return;
        }
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            cells.put(header.get(i), record.get(i));
        }
        rows.add(new Row(line, cells));
    }

    private static boolean isBlank(CSVRecord record) {
        return record.size() == 1 && record.get(0).isEmpty();
    }

    private static int lines(CSVRecord record) {
        return 1
                + (int) record.stream()
                        .flatMapToInt(String::chars)
                        .filter(each -> each == '\n')
                        .count();
    }
}
