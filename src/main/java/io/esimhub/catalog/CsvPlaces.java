package io.esimhub.catalog;

import io.esimhub.operations.web.FieldError;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which cell a part of the JSON document was made from. */
class CsvPlaces {

    private static final Pattern LAST_STEP = Pattern.compile("(\\.[^.\\[\\]]+|\\[\\d+])$");
    private static final Pattern ENTRY = Pattern.compile("\\[(\\d+)]\\.?(.*)");

    private record Place(long line, CsvColumn column) {}

    private final Map<String, Place> places = new HashMap<>();

    /** @param column null for a whole row */
    void put(String path, long line, CsvColumn column) {
        places.put(path, new Place(line, column));
    }

    /** Adds an error of the document to those of the file. */
    void tell(FieldError error, CsvErrors errors) {
        String path = error.field();
        while (!places.containsKey(path)) {
            Matcher step = LAST_STEP.matcher(path);
            if (!step.find()) {
                errors.row(1, error.reason(), error.remedy());
                return;
            }
            path = path.substring(0, step.start());
        }
        Place place = places.get(path);
        String rest = error.field().substring(path.length());
        if (place.column() == null) {
            errors.row(
                    place.line(),
                    rest.isEmpty() ? error.reason() : rest.substring(1) + " " + error.reason(),
                    error.remedy());
        } else {
            errors.cell(place.line(), place.column(), entry(rest) + error.reason());
        }
    }

    /** Of a list in one cell, which entry it is. */
    private static String entry(String rest) {
        Matcher entry = ENTRY.matcher(rest);
        if (!entry.matches()) {
            return "";
        }
        String member = entry.group(2).isEmpty() ? "" : " (" + entry.group(2) + ")";
        return "entry " + (Integer.parseInt(entry.group(1)) + 1) + member + " ";
    }
}
