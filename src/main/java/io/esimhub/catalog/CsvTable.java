package io.esimhub.catalog;

import io.esimhub.operations.web.FieldError;
import io.esimhub.operations.web.Problem;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Takes a file apart into rows with named cells: RFC 4180, UTF-8 with or without a byte order mark, any line ends. */
final class CsvTable {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int SHOWN = 40;

    private final List<CsvRow> rows = new ArrayList<>();
    private final CsvErrors errors;
    private List<CsvColumn> header;

    private CsvTable(CsvErrors errors) {
        this.errors = errors;
    }

    /**
     * @param errors gets what is wrong with single rows
     * @throws Problem 400 if it is no CSV at all, 422 if the header leaves open what the rows mean
     */
    static List<CsvRow> read(byte[] document, CsvErrors errors) {
        CsvTable table = new CsvTable(errors);
        long line = 1;
        try (CSVParser parser = CSVParser.parse(new StringReader(text(document)), CSVFormat.RFC4180)) {
            Iterator<CSVRecord> records = parser.iterator();
            while (records.hasNext()) {
                table.record(line, records.next());
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (IOException | UncheckedIOException | IllegalStateException unreadable) {
            // the parser's words may hold parts of the document
            throw Problem.badRequest(
                    "not-csv",
                    "The row that begins in line " + line
                            + " is not CSV. Mind its quotation marks; a quotation mark within a"
                            + " quoted cell is written twice.",
                    List.of(new FieldError("line " + line, "is not CSV", "mind the quotation marks")));
        }
        if (table.header == null) {
            throw Problem.badRequest("empty-csv", "The file is empty. Its first line names the columns.");
        }
        if (table.rows.isEmpty() && errors.none()) {
            errors.row(2, "is missing: there is nothing below the header", "add a row for each variant");
            throw Problem.unprocessable("bad-catalog", "The file has no rows.", errors.list());
        }
        return table.rows;
    }

    private void record(long line, CSVRecord record) {
        if (record.stream().allMatch(String::isBlank)) {
            return;
        }
        if (header == null) {
            header = header(record);
        } else if (record.size() != header.size()) {
            errors.row(
                    line,
                    "has " + record.size() + " cells, the header " + header.size(),
                    "put quotation marks around cells that hold commas");
        } else {
            Map<CsvColumn, String> cells = new EnumMap<>(CsvColumn.class);
            for (int i = 0; i < header.size(); i++) {
                cells.put(header.get(i), record.get(i).strip());
            }
            rows.add(new CsvRow(line, cells));
        }
    }

    private List<CsvColumn> header(CSVRecord record) {
        List<CsvColumn> columns = new ArrayList<>();
        if (record.size() == 1 && record.get(0).indexOf(';') >= 0) {
            errors.header("separator", "is a semicolon", "save the file with commas between the columns");
        } else {
            record.forEach(
                    name -> CsvColumn.named(name).ifPresentOrElse(column -> add(columns, column), () -> unknown(name)));
            for (CsvColumn column : CsvColumn.values()) {
                if (!column.optional() && !columns.contains(column)) {
                    errors.header(
                            column.header(),
                            "is missing",
                            "add the column; its cells may be empty where nothing is to be said");
                }
            }
        }
        if (!errors.none()) {
            throw Problem.unprocessable("bad-catalog", "The header is wrong; nothing was imported.", errors.list());
        }
        return columns;
    }

    private void add(List<CsvColumn> columns, CsvColumn column) {
        if (columns.contains(column)) {
            errors.header(column.header(), "stands twice in the header", "keep one of the two columns");
        }
        columns.add(column);
    }

    private void unknown(String name) {
        String shown = name.isBlank() ? "a column without a name" : name.strip();
        errors.header(
                shown.length() > SHOWN ? shown.substring(0, SHOWN) + "…" : shown,
                "is no column of a catalog",
                "leave it out, or mind the spelling");
    }

    private static String text(byte[] document) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(document))
                    .toString();
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            throw Problem.badRequest("not-utf-8", "The file is not UTF-8. Save it as \"CSV UTF-8\".");
        }
    }
}
